//! The languages written in Cyrillic letters as a reader knows them: the letters of each and its commonest words.

use chancery_model::Language;

/// One language.
pub(super) struct Known {
    pub(super) code: &'static str,
    /// Letters it has beside а–я.
    letters: &'static str,
    /// Letters of а–я it lacks.
    lacks: &'static str,
    /// The words a text in it can't do without.
    words: &'static str,
}

impl Known {
    /// By a language's code; there is one for each language of the Cyrillic table.
    pub(super) fn of(language: Language) -> Option<&'static Self> {
        KNOWN.iter().find(|known| known.code == language.code())
    }

    /// Whether it is written with this letter of the lower case.
    pub(super) fn writes(&self, letter: char) -> bool {
        self.letters.contains(letter) || matches!(letter, 'а'..='я') && !self.lacks.contains(letter)
    }

    /// Its commonest words.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.split_whitespace()
    }
}

const KNOWN: &[Known] = &[
    Known {
        code: "ru",
        letters: "ё",
        lacks: "",
        words: "и в не на я что с он как это по но они к у из за то же вы так бы о его от ты для все только мы еще ещё ее её \
                была уже или меня был мне если до быть их при чтобы где когда было этого себя ли нет ему под были есть даже со \
                кто после там чем можно нас будет время надо без между она который которая которые свою своей тебе вас ей том а",
    },
    Known {
        code: "be",
        letters: "ёіўґ",
        lacks: "ищъ",
        words: "і ў у не на я што з ён як гэта па але яны да за то ж вы так бы пра яго ад ты для усе ўсе толькі мы яшчэ яе была \
                ужо ўжо або мяне быў мне калі быць іх пры каб дзе было гэтага сябе ці няма яму пад былі ёсць нават са хто пасля \
                там чым можна нас будзе час трэба без бяз паміж таму вельмі яна які якая якія а",
    },
    Known {
        code: "uk",
        letters: "іїєґ",
        lacks: "ъыэ",
        words: "і в у не на я що з він як це по але вони до за то ж ви так би про його від ти для всі усі тільки ми ще її була \
                вже або мене був мені якщо бути їх при щоб де коли було цього себе чи немає йому під були є навіть зі із хто \
                після там чим можна нас буде час треба без між та й який яка які вона а",
    },
    Known {
        code: "bg",
        letters: "ѝ",
        lacks: "ыэ",
        words: "и в не на аз че с той как това по но те към у от за то вие така би до го ти всички само ние още я беше вече или \
                ме бил ми ако да ще са се при къде когато бяха този си ли няма му под е дори със кой след там може нас време \
                трябва без между което който които тя като а",
    },
    Known {
        code: "mk",
        letters: "ѓѕјљњќџѐѝ",
        lacks: "йщъыьэюя",
        words: "и во не на јас што со тој како ова по но тие кон у од за тоа вие така би до го ти сите само ние уште ја беше \
                веќе или ме бил ми ако да ќе се при каде кога беа овој си ли нема му под е дури кој таму може нас време треба \
                без меѓу која кои таа а",
    },
    Known {
        code: "sr",
        letters: "ђјљњћџ",
        lacks: "йщъыьэюя",
        words: "и у не на ја што са он како ово по али они код од за то ви тако би до га ти сви само ми још је била већ или ме \
                био ако да ће се при где када били овај себе ли нема му под су чак који после тамо може нас време треба без \
                између која она а",
    },
    Known {
        code: "kk",
        letters: "ёәғқңөұүһі",
        lacks: "",
        words: "және мен бір бұл үшін деп да де бар болған ол еді оның болып та те жоқ сол мұнда ғана",
    },
    Known {
        code: "mn",
        letters: "ёөү",
        lacks: "",
        words: "нь юм энэ байна байсан бол гэж тэр ба болон гэсэн байгаа",
    },
];
