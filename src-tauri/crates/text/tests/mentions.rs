//! Dates named in texts: one line a case, in three languages, counted from Friday, 12 March 2021 unless said otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chancery_model::{CodePoints, Edtf, Language, Published};
use chancery_text::dates;
use proptest::prelude::*;

/// Reads `text` published on 12 March 2021 and lists "words = value".
fn read(text: &str, language: Language) -> Vec<String> {
    let published = Published { date: Edtf::parse("2021-03-12").unwrap(), time: None, zone: None };
    dates::mentions(text, &[], Some(language), Some(&published), None)
        .into_iter()
        .map(|mention| {
            let value = mention.value.map_or_else(|| "-".to_owned(), |value| value.to_string());
            format!("{} = {value}", mention.words)
        })
        .collect()
}

#[track_caller]
fn check_in(language: Language, cases: &[(&str, &[&str])]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (*text, read(text, language), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn english() {
    check_in(
        Language::En,
        &[
            ("It was signed on 8 December 1999 in Moscow.", &["8 December 1999 = 1999-12-08"]),
            ("On September 10, 2021, they met.", &["September 10, 2021 = 2021-09-10"]),
            ("on the 9th of May, 2020", &["9th of May, 2020 = 2020-05-09"]),
            ("Sept. 9, 2020", &["Sept. 9, 2020 = 2020-09-09"]),
            ("on 2020-09-14 and 14.09.2020", &["2020-09-14 = 2020-09-14", "14.09.2020 = 2020-09-14"]),
            ("on 25/12/2018", &["25/12/2018 = 2018-12-25"]),
            ("on 12/25/2018", &["12/25/2018 = 2018-12-25"]),
            ("on 05/08/2020", &["05/08/2020 = 2020-XX-XX"]),
            ("The vote of August 9 was disputed.", &["August 9 = 2020-08-09"]),
            ("They meet on 22 April.", &["22 April = 2021-04-22"]),
            ("On February 22 they met in Sochi.", &["February 22 = 2021-02-22"]),
            ("on Thursday, March 11", &["Thursday, March 11 = 2021-03-11"]),
            ("In December 2018 a group was formed.", &["December 2018 = 2018-12"]),
            ("By November 2019, drafts were ready.", &["By November 2019 = /2019-11"]),
            ("by the end of 2022", &["by the end of 2022 = /2022-12"]),
            ("since 2014", &["since 2014 = 2014/.."]),
            ("since February 2017", &["since February 2017 = 2017-02/.."]),
            ("until 2024", &["until 2024 = /2024"]),
            ("from 2018 to 2020", &["2018 to 2020 = 2018/2020"]),
            ("between May 2019 and June 2020", &["May 2019 and June 2020 = 2019-05/2020-06"]),
            ("the 2021–2023 guidelines", &["2021–2023 = 2021/2023"]),
            ("in the late 1990s", &["late 1990s = 1995~/1999~"]),
            ("in the early 2000s", &["early 2000s = 2000~/2004~"]),
            ("in the mid-1990s", &["mid-1990s = 1994~/1996~"]),
            ("in the 1990s", &["1990s = 199X"]),
            ("in the beginning of 2020", &["beginning of 2020 = 2020-01~/2020-03~"]),
            ("at the end of September", &["end of September = 2020-09-21~/2020-09-30~"]),
            ("in early January", &["early January = 2021-01-01~/2021-01-10~"]),
            ("in late 2019", &["late 2019 = 2019-10~/2019-12~"]),
            ("in the first half of 2021", &["first half of 2021 = 2021-01/2021-06"]),
            ("in the third quarter of 2020", &["third quarter of 2020 = 2020-07/2020-09"]),
            ("he said on Thursday", &["Thursday = 2021-03-11"]),
            ("he said Friday", &["Friday = 2021-03-12"]),
            ("last Friday", &["last Friday = 2021-03-05"]),
            ("next Monday", &["next Monday = 2021-03-15"]),
            (
                "yesterday, today and tomorrow",
                &["yesterday = 2021-03-11", "today = 2021-03-12", "tomorrow = 2021-03-13"],
            ),
            ("last week", &["last week = 2021-03-01/2021-03-07"]),
            ("last month", &["last month = 2021-02"]),
            ("last year", &["last year = 2020"]),
            ("this year", &["this year = 2021"]),
            ("next year", &["next year = 2022"]),
            ("at the end of last year", &["end of last year = 2020-10~/2020-12~"]),
            ("two years ago", &["two years ago = 2019~"]),
            ("three days ago", &["three days ago = 2021-03-09"]),
            ("in spring 2020", &["spring 2020 = 2020-21"]),
            ("last October", &["last October = 2020-10"]),
            ("in September", &["September = 2020-09"]),
            ("the 1999 treaty", &["1999 = 1999"]),
            ("in 2019 and 2020", &["2019 = 2019", "2020 = 2020"]),
            ("May 28-29, 2021", &["May 28-29, 2021 = 2021-05-28/2021-05-29"]),
            ("9-10 September 2021", &["9-10 September 2021 = 2021-09-09/2021-09-10"]),
            ("around 2005", &["around 2005 = 2005~"]),
            (
                "In December 1999 they signed. On January 26 it was in force.",
                &["December 1999 = 1999-12", "January 26 = 2000-01-26"],
            ),
            // No dates at all.
            ("The plant shipped 2019 tonnes.", &[]),
            ("in 2019 tonnes of cheese", &[]),
            ("They may march on, and some sat in the sun.", &[]),
            ("He paid $2019 for 1999% of it", &[]),
            ("call 2020-55-31 or room 1998", &[]),
            ("Black Friday sales and the Sunday Times", &[]),
            ("for over 20 years", &[]),
            ("version 10.09.2021.5", &[]),
            ("Article 5 of Decree No. 1997", &[]),
            ("a score of 10-9", &[]),
            ("The last year of his rule", &[]),
        ],
    );
}

#[test]
fn russian() {
    check_in(
        Language::Ru,
        &[
            ("Договор подписан 8 декабря 1999 года в Москве.", &["8 декабря 1999 года = 1999-12-08"]),
            ("9 августа прошли выборы", &["9 августа = 2020-08-09"]),
            ("в четверг, 11 марта", &["четверг, 11 марта = 2021-03-11"]),
            ("11 марта (четверг)", &["11 марта (четверг) = 2021-03-11"]),
            ("заявил в четверг", &["четверг = 2021-03-11"]),
            ("во вторник", &["вторник = 2021-03-09"]),
            ("вчера и сегодня", &["вчера = 2021-03-11", "сегодня = 2021-03-12"]),
            ("в декабре 2018 года", &["декабре 2018 года = 2018-12"]),
            ("в сентябре", &["сентябре = 2020-09"]),
            ("в сентябре прошлого года", &["сентябре прошлого года = 2020-09"]),
            ("к ноябрю 2019 года", &["к ноябрю 2019 года = /2019-11"]),
            ("до конца 2022 года", &["до конца 2022 года = /2022-12"]),
            ("до 2030 года", &["до 2030 года = /2030"]),
            ("с 2014 года", &["с 2014 года = 2014/.."]),
            ("с 9 по 12 сентября 2021 года", &["9 по 12 сентября 2021 года = 2021-09-09/2021-09-12"]),
            ("в конце 1990-х годов", &["конце 1990-х годов = 1995~/1999~"]),
            ("в начале 2000-х", &["начале 2000-х = 2000~/2004~"]),
            ("в 90-е годы", &["90-е годы = 199X"]),
            ("в конце сентября", &["конце сентября = 2020-09-21~/2020-09-30~"]),
            ("в начале 2020 года", &["начале 2020 года = 2020-01~/2020-03~"]),
            ("в 2021–2023 годах", &["2021–2023 годах = 2021/2023"]),
            ("на прошлой неделе", &["прошлой неделе = 2021-03-01/2021-03-07"]),
            ("в прошлом месяце", &["прошлом месяце = 2021-02"]),
            ("в прошлом году", &["прошлом году = 2020"]),
            ("в этом году", &["этом году = 2021"]),
            ("два года назад", &["два года назад = 2019~"]),
            ("год назад", &["год назад = 2020~"]),
            ("летом 2020 года", &["летом 2020 года = 2020-22"]),
            ("в первом квартале 2021 года", &["первом квартале 2021 года = 2021-01/2021-03"]),
            ("во второй половине 2020 года", &["второй половине 2020 года = 2020-07/2020-12"]),
            ("от 05.08.2020", &["05.08.2020 = 2020-08-05"]),
            ("05/08/2020", &["05/08/2020 = 2020-08-05"]),
            ("14.09.20 в Сочи", &["14.09.20 = 2020-09-14"]),
            ("договор 1999 года", &["1999 года = 1999"]),
            ("Президенты встретятся во вторник.", &["вторник = 2021-03-16"]),
            ("поставили 2019 тонн сыра", &[]),
            ("в окружающую среду", &[]),
            ("Премьер мая не назвал", &[]),
        ],
    );
}

#[test]
fn belarusian() {
    check_in(
        Language::Be,
        &[
            ("Дагавор падпісаны 8 снежня 1999 года ў Маскве.", &["8 снежня 1999 года = 1999-12-08"]),
            ("9 жніўня прайшлі выбары", &["9 жніўня = 2020-08-09"]),
            ("у чацвер, 11 сакавіка", &["чацвер, 11 сакавіка = 2021-03-11"]),
            ("заявіў у чацвер", &["чацвер = 2021-03-11"]),
            ("у сераду", &["сераду = 2021-03-10"]),
            ("учора і сёння", &["учора = 2021-03-11", "сёння = 2021-03-12"]),
            ("у снежні 2018 года", &["снежні 2018 года = 2018-12"]),
            ("у верасні", &["верасні = 2020-09"]),
            ("да лістапада 2019 года", &["да лістапада 2019 года = /2019-11"]),
            ("да канца 2022 года", &["да канца 2022 года = /2022-12"]),
            ("з 2014 года", &["з 2014 года = 2014/.."]),
            ("у канцы 1990-х гадоў", &["канцы 1990-х гадоў = 1995~/1999~"]),
            ("напрыканцы верасня", &["напрыканцы верасня = 2020-09-21~/2020-09-30~"]),
            ("на мінулым тыдні", &["мінулым тыдні = 2021-03-01/2021-03-07"]),
            ("у мінулым месяцы", &["мінулым месяцы = 2021-02"]),
            ("у мінулым годзе", &["мінулым годзе = 2020"]),
            ("сёлета і летась", &["сёлета = 2021", "летась = 2020"]),
            ("два гады таму", &["два гады таму = 2019~"]),
            ("у 2021–2023 гадах", &["2021–2023 гадах = 2021/2023"]),
            ("5 мая 2020 г.", &["5 мая 2020 г = 2020-05-05"]),
            ("у пачатку 2020 года", &["пачатку 2020 года = 2020-01~/2020-03~"]),
            ("вясной 2020 года", &["вясной 2020 года = 2020-21"]),
            ("Прэзідэнты сустрэнуцца ў аўторак.", &["аўторак = 2021-03-16"]),
            ("2019 тон", &[]),
        ],
    );
}

#[test]
fn plain_ukrainian() {
    check_in(
        Language::Uk,
        &[
            ("28 червня 1914 року", &["28 червня 1914 року = 1914-06-28"]),
            ("у вересні 2019 року", &["вересні 2019 року = 2019-09"]),
            ("у четвер", &["четвер = 2021-03-11"]),
            ("1914 рік", &["1914 рік = 1914"]),
        ],
    );
}

#[test]
fn today_that_means_nowadays_is_no_day() {
    check_in(
        Language::En,
        &[
            ("“We today make an example for others,” he said.", &["today = -"]),
            ("\"Today our countries live as neighbours,\" he noted.", &["Today = -"]),
            ("“Today we openly declare that we are ready.”", &["Today = 2021-03-12"]),
            ("“We signed it today,” he said.", &["today = 2021-03-12"]),
            ("“We will meet today.” “All is well today.”", &["today = 2021-03-12", "today = -"]),
            ("In an interview today, he commented on the talks.", &["today = 2021-03-12"]),
            ("The two presidents are meeting in Sochi today.", &["today = 2021-03-12"]),
            ("Today is the Day of Unity.", &["Today = 2021-03-12"]),
            ("Today the two economies are closer than ever.", &["Today = -"]),
            ("Today the two economies are closer than ever, the analyst said.", &["Today = -"]),
            ("in today's world, at today’s meeting", &["today's = -", "today’s = 2021-03-12"]),
        ],
    );
    check_in(
        Language::Ru,
        &[
            ("«Мы сегодня показываем пример другим», — сказал он.", &["сегодня = -"]),
            ("«Сегодня мы подписали договор», — сказал он.", &["Сегодня = 2021-03-12"]),
            ("«Сегодня обсудим всё», — сказал он.", &["Сегодня = 2021-03-12"]),
            ("Президент сегодня провёл совещание.", &["сегодня = 2021-03-12"]),
            ("Сегодня Россия является главным партнёром.", &["Сегодня = -"]),
        ],
    );
    check_in(
        Language::Be,
        &[
            ("«Мы сёння паказваем прыклад іншым», — сказаў ён.", &["сёння = -"]),
            ("«Сёння мы падпісалі дагавор», — сказаў ён.", &["Сёння = 2021-03-12"]),
            ("Прэзідэнт сёння сустрэўся з паслом.", &["сёння = 2021-03-12"]),
            ("Сёння Расія з'яўляецца галоўным партнёрам.", &["Сёння = -"]),
        ],
    );
}

#[test]
fn a_count_of_years_ago_is_no_more_exact_than_a_year() {
    check_in(Language::En, &[("At least a year ago it was like this.", &["a year ago = 2020~"])]);
    check_in(Language::Ru, &[("По крайней мере год назад было так.", &["год назад = 2020~"])]);
    check_in(Language::Be, &[("Прынамсі год таму было так.", &["год таму = 2020~"])]);
}

#[test]
fn what_dates_the_article_is_not_counted_from_the_date_it_gave() {
    let anchors = |text: &str| -> Vec<(String, &'static str)> {
        let published = Published { date: Edtf::parse("2021-05-28").unwrap(), time: None, zone: None };
        let found = chancery_text::dateline::find(text, &[]).map(|found| {
            let date = Some(published.date.clone());
            chancery_model::Dateline { date, ..found.dateline }
        });
        dates::mentions(text, &[], Some(Language::En), Some(&published), found.as_ref())
            .into_iter()
            .map(|mention| (mention.words, mention.anchor.id()))
            .collect()
    };
    let story = "SOCHI, May 28. /TASS/. The two presidents met here again on Friday, a week after May 21.\n\n\
        On February 22, 2021 they had met in the same place and had agreed to go on with the road maps.";
    let own = |words: &str| (words.to_owned(), "text");
    assert_eq!(
        anchors(story),
        [
            own("May 28"),
            own("Friday"),
            ("May 21".to_owned(), "published"),
            ("February 22, 2021".to_owned(), "stated")
        ]
    );
    let posted = format!("28 May 2021, 10:15\n\n{story}");
    assert_eq!(
        anchors(&posted)[1..3],
        [("May 28".to_owned(), "published"), ("Friday".to_owned(), "dateline")]
    );
}

#[test]
fn without_an_anchor_the_year_cannot_be_told() {
    let mentions =
        dates::mentions("On August 9 and on Thursday; in 2019.", &[], Some(Language::En), None, None);
    let values: Vec<_> =
        mentions.iter().map(|mention| mention.value.as_ref().map(ToString::to_string)).collect();
    assert_eq!(values, [None, None, Some("2019".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_mention_stands_where_it_says(
        parts in proptest::collection::vec("on|the|May|[0-9]{1,4}|[-–./,:(]|of|сентября|года|Thursday|late|199[0-9]s|г|last|week|в|\\PC{0,3}", 0..40),
    ) {
        let text = parts.join(" ");
        let glued = parts.concat();
        for text in [&text, &glued] {
            let points = CodePoints::new(text);
            let published = Published { date: Edtf::parse("2021-03-12").unwrap(), time: None, zone: None };
            for mention in dates::mentions(text, &[], None, Some(&published), None) {
                prop_assert_eq!(points.slice(mention.span), Some(mention.words.as_str()));
                if let Some(value) = mention.value {
                    prop_assert_eq!(Edtf::parse(&value.to_string()), Ok(value));
                }
            }
        }
    }
}
