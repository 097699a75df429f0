//! English words of made-up articles.

use super::tongue::Tongue;
use crate::generate::MONTHS;

pub(super) const ENGLISH: Tongue = Tongue {
    code: "en",
    share: 40,
    endings: &[
        ("", &["", "s"]),
        ("y", &["y", "ies"]),
        ("ed", &["ed", "", "s", "ing"]),
        ("e", &["ed", "e", "es", "ing"]),
    ],
    small: "the of to in and a that for on is with said by was as at it be from has which are this an have will not were \
        its their been he would also but more they had or after between who his than about all other over under during \
        if no one two these there when new can could into some only most both while what out up so such since until then",
    general: "countr/y year/ president/ government/ ministr/y official/ meeting/ statement/ agreement/ minister/ week/ state/ \
        problem/ decision/ work/ part/ side/ leader/ region/ citizen/ document/ report/ result/ plan/ question/ level/ head/ \
        million/ month/ visit/ group/ project/ position/ condition/ development/ cooperation/ relation/ partner/ system/ measure/ \
        signal/ reform/ session/ adviser/ deadline/ reason/ step/ interest/ proposal/ expert/ journalist/ resident/ \
        announc/e discuss/ed expect/ed support/ed sign/ed confirm/ed continu/e prepar/e remain/ed explain/ed \
        receiv/e increas/e chang/e demand/ed reach/ed start/ed follow/ed return/ed visit/ed propos/e \
        national public foreign economic political regional important recent joint common final possible official single",
    together: "union_state/ joint_project/ common_market/ working_group/ prime_minister/ state_secretary single_market/ \
        road_map/ foreign_minister/ general_plan/ press_service joint_statement/ regional_forum/ public_hearing/ \
        economic_zone/ final_document/ national_interest/ political_decision/ official_visit/ mutual_interest/",
    subjects: [
        "gas_price/ gas oil/ pipelin/e energ/y_tariff/ fuel transit nuclear_plant/ power_grid/ refiner/y electricity",
        "customs_code/ customs border_check/ excise certificat/e declaration/ import/ truck/ single_window inspector/ duty",
        "railway_line/ locomotiv/e freight_rate/ passenger/ track/ station/ wagon/ carrier/ timetable/ terminal/ cargo",
        "milk_supplies harvest/ farm/ veterinary_rule/ meat cheese producer/ grain food_safety ban/ tractor/",
        "joint_exercise/ arm/y troop/ air_defence base/ general/ missil/e militar/y_doctrine drill/ soldier/ weapon/",
        "single_currenc/y central_bank/ payment_card/ rouble/ exchange_rate/ settlement/ reserve/ inflation dollar/ transfer/",
        "constitution/ referendum/ election/ voter/ parliament/ amendment/ deput/y ballot/ electoral_roll/ campaign/ candidate/",
        "visa_rule/ passport/ roaming pension/ migration travell/ed residence_permit/ student/ diploma/ border_crossing/",
        "media_law/ television newspaper/ broadcast/ editor/ censorship channel/ website/ information_space propaganda blogger/",
        "sanction/ european_union embass/y restriction/ envoy/ diplomat/ foreign_polic/y summit/ ambassador/ neutral_status",
        "tax_polic/y budget/ loan/ debt/ credit_line/ deficit/ bond/ interest_rate/ revenue/ creditor/ subsid/y",
        "festival/ exhibition/ theatr/e museum/ language/ histor/y_textbook/ monument/ university concert/ writer/ film/",
    ],
    prefixes: "re un over inter pre de sub trans out mis counter under non multi semi anti co",
    roots: "act bank board bond bridge broad build burn camp cast charg clean climb coast count cover craft cross cult deal \
        draft drift drill drop farm fast field firm fleet flow fold form found frame front fund gather grant ground guard harbour \
        haul hold host judg just land lead lend level light limit link list load lock mark match mend mind mix mount move narrow \
        nation navig norm open order pact paint part patrol perform pilot plant point port post press print prov quot rail rank reach \
        reform region relat render rent rest root rout rule scale seal sect settl shape shift ship sort sound spect stand stat stem stor",
    suffixes: "/ /ed ment/ able er/ ion/ al ive ness less ful ism/ ist/ ability ward ance/",
    places: "Brest Minsk Union Northern Baltic Eastern",
    kinds: "Courier Post Monitor Agency",
    cities: "Minsk Moscow Brest Sochi Hrodna Vitebsk Smolensk Homel Kazan Warsaw Vilnius Kyiv",
    months: MONTHS,
    of_the_year: "",
};
