//! Names of months as pages print them, in the languages of European news, with their usual abbreviations.

use std::collections::HashMap;
use std::sync::LazyLock;

use chancery_text::fold;

/// By month, in no order of languages: English, German, Dutch, Danish, Swedish, French, Spanish, Catalan, Portuguese,
/// Italian, Romanian, Polish, Czech, Slovak, Croatian, Slovene, Hungarian, Finnish, Estonian, Latvian, Lithuanian,
/// Turkish, Albanian, Greek, Russian, Belarusian, Ukrainian, Bulgarian, Serbian, Arabic, Hindi, Indonesian.
const MONTHS: [&str; 12] = [
    "january jan januar jänner jän januari janvier janv enero ene gener janeiro gennaio gen ianuarie ian styczeń \
     stycznia sty leden ledna led január januára siječanj siječnja tammikuu tammikuuta jaanuar janvāris janvārī sausio \
     ocak oca janar ιανουαρίου январь января янв студзень студзеня студз січень січня січ януари јануар يناير जनवरी",
    "february feb febr februar februari février févr fév febrero febrer fevereiro fev febbraio febr februarie luty \
     lutego lut únor února úno február februára veljača veljače helmikuu helmikuuta veebruar februāris februārī \
     vasario şubat şub shkurt φεβρουαρίου февраль февраля фев февр люты лютага лютий лютого лют февруари фебруар فبراير फरवरी",
    "march mar märz mär mrz maart mrt marts mars marzo març março marzo martie marzec marca mar březen března bře \
     marec ožujak ožujka március márc maaliskuu maaliskuuta märts marts martā kovo mart μαρτίου март марта мар \
     сакавік сакавіка сак березень березня бер март марта مارس maret मार्च",
    "april apr avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna dub apríl apríla travanj travnja \
     április ápr huhtikuu huhtikuuta aprill aprīlis aprīlī balandžio nisan nis prill απριλίου апрель апреля апр \
     красавік красавіка крас квітень квітня квіт кві април أبريل ابريل अप्रैल",
    "may mai mei maj mayo may maig maio maggio mag mag maj maja květen května kvě máj mája svibanj svibnja május \
     toukokuu toukokuuta maijs maijā gegužės mayıs μαΐου май мая май травень травня трав тра мај مايو मई",
    "june jun juni juin junio juny junho giugno giu iunie iun czerwiec czerwca cze červen června čer cvn jún júna \
     lipanj lipnja június jún kesäkuu kesäkuuta juuni jūnijs jūnijā birželio haziran haz qershor ιουνίου июнь июня \
     июн чэрвень чэрвеня чэрв червень червня черв чер юни јун يونيو जून",
    "july jul juli juillet juil julio juliol julho luglio lug iulie iul lipiec lipca lip červenec července čvc júl \
     júla srpanj srpnja július júl heinäkuu heinäkuuta juuli jūlijs jūlijā liepos temmuz tem korrik ιουλίου июль \
     июля июл ліпень ліпеня ліп липень липня лип юли јул يوليو जुलाई",
    "august aug augustus augusti août aoû agosto ago agost ago sierpień sierpnia sie srpen srpna srp augusta kolovoz \
     kolovoza augusztus aug elokuu elokuuta augusts augustā rugpjūčio ağustos ağu gusht αυγούστου август августа \
     авг жнівень жніўня жн серпень серпня серп сер أغسطس اغسطس augusti agustus अगस्त",
    "september sep sept septembre septiembre setiembre setembre setembro set settembre sett septembrie wrzesień \
     września wrz září zář septembra rujan rujna szeptember szept syyskuu syyskuuta septembris septembrī rugsėjo \
     eylül eyl shtator σεπτεμβρίου сентябрь сентября сен сент верасень верасня вер вересень вересня септември \
     септембар سبتمبر सितंबर सितम्बर",
    "october oct oktober okt october octobre octubre oct outubro out ottobre ott octombrie październik października \
     paź říjen října říj október októbra listopad listopada studeni lokakuu lokakuuta oktoober oktobris oktobrī \
     spalio ekim eki tetor οκτωβρίου октябрь октября окт кастрычнік кастрычніка кастр жовтень жовтня жовт октомври \
     октобар أكتوبر اكتوبر अक्टूबर",
    "november nov novembre noviembre novembro novembre noiembrie noi listopada list lis listopad listopadu novembra \
     studenoga studenog marraskuu marraskuuta novembris novembrī lapkričio kasım kas nëntor νοεμβρίου ноябрь ноября \
     ноя нояб лістапад лістапада ліст листопад листопада лист ноември новембар نوفمبر नवंबर नवम्बर",
    "december dec dezember dez décembre déc diciembre dic desembre dezembro dez dicembre dic decembrie grudzień \
     grudnia gru prosinec prosince pro decembra prosinac prosinca joulukuu joulukuuta detsember decembris decembrī \
     gruodžio aralık ara dhjetor δεκεμβρίου декабрь декабря дек снежань снежня снеж грудень грудня груд декември \
     децембар ديسمبر desember दिसंबर दिसम्बर",
];

static BY_NAME: LazyLock<HashMap<String, Vec<u8>>> = LazyLock::new(|| {
    let mut months: HashMap<String, Vec<u8>> = HashMap::new();
    for (number, names) in (1_u8..).zip(MONTHS) {
        for name in names.split_whitespace() {
            let numbers = months.entry(fold(name)).or_default();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    months
});

/// Longest name, in bytes.
const LONGEST: usize = 32;

/// The month a word names.
///
/// A name that two languages give to two months, such as *listopad*, is the one of the language that `language` begins with.
pub(super) fn month(word: &str, language: Option<&str>) -> Option<u8> {
    if word.len() > LONGEST {
        return None;
    }
    match BY_NAME.get(&fold(word))?.as_slice() {
        [one] => Some(*one),
        [october, november] => {
            Some(if language.is_some_and(|tag| tag.starts_with("hr")) { *october } else { *november })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_the_languages_of_the_list() {
        for (name, number) in [
            ("März", 3),
            ("août", 8),
            ("Října", 10),
            ("СТУДЗЕНЯ", 1),
            ("ağustos", 8),
            ("Οκτωβρίου", 10),
            ("syyskuuta", 9),
        ] {
            assert_eq!(month(name, None), Some(number), "{name}");
        }
        assert_eq!((month("listopada", Some("pl")), month("listopada", Some("hr-HR"))), (Some(11), Some(10)));
        assert_eq!((month("Montag", None), month("", None)), (None, None));
    }

    #[test]
    fn only_croatian_gives_a_name_to_another_month() {
        let shared: Vec<&str> =
            BY_NAME.iter().filter(|(_, months)| months.len() > 1).map(|(name, _)| name.as_str()).collect();
        assert!(shared.iter().all(|name| name.starts_with("listopad")), "{shared:?}");
    }
}
