//! Reading prose: language, words and stems, sentences, dates, datelines, furniture, topic rules. Pure functions.
