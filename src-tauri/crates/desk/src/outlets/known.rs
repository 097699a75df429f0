//! Publishers whose country and sort are common knowledge: those whose texts a dossier on Belarus and Russia meets most. Facts
//! about ownership only; how reliable one is, the analyst judges.

use chancery_store::OutletKind::{self, *};

/// A publisher by its names and domains.
pub(super) struct Known {
    pub(super) names: &'static [&'static str],
    pub(super) domains: &'static [&'static str],
    /// ISO 3166; empty where it belongs to none.
    pub(super) country: &'static str,
    pub(super) kind: OutletKind,
}

const fn known(
    names: &'static [&'static str],
    domains: &'static [&'static str],
    country: &'static str,
    kind: OutletKind,
) -> Known {
    Known { names, domains, country, kind }
}

pub(super) const KNOWN: &[Known] = &[
    known(&["BelTA", "БелТА", "Белта"], &["belta.by"], "BY", StateAgency),
    known(
        &["SB. Belarus Today", "SB Belarus Segodnya", "СБ. Беларусь сегодня"],
        &["sb.by"],
        "BY",
        StateMedia,
    ),
    known(&["ONT", "ОНТ", "АНТ"], &["ont.by"], "BY", StateMedia),
    known(&["Belteleradio", "Белтелерадиокомпания"], &["tvr.by"], "BY", StateMedia),
    known(&["Звязда", "Zviazda"], &["zviazda.by"], "BY", StateMedia),
    known(&["TASS", "ТАСС", "ITAR-TASS", "ИТАР-ТАСС"], &["tass.com", "tass.ru"], "RU", StateAgency),
    known(&["RIA Novosti", "РИА Новости"], &["ria.ru"], "RU", StateAgency),
    known(&["Sputnik", "Спутник"], &["sputniknews.com", "sputnik.by", "sputnikglobe.com"], "RU", StateMedia),
    known(&["RT", "Russia Today"], &["rt.com"], "RU", StateMedia),
    known(&["Rossiyskaya Gazeta", "Российская газета"], &["rg.ru"], "RU", StateMedia),
    known(&["Interfax", "Интерфакс"], &["interfax.ru", "interfax.com"], "RU", PrivateAgency),
    known(&["Kommersant", "Коммерсантъ", "Коммерсант"], &["kommersant.ru"], "RU", Private),
    known(&["Vedomosti", "Ведомости"], &["vedomosti.ru"], "RU", Private),
    known(&["RBC", "РБК"], &["rbc.ru"], "RU", Private),
    known(&["Kremlin", "President of Russia", "Президент России"], &["kremlin.ru"], "RU", Government),
    known(
        &["President of Belarus", "Президент Республики Беларусь"],
        &["president.gov.by"],
        "BY",
        Government,
    ),
    known(&["Standing Committee of the Union State"], &["postkomsg.com"], "", Interstate),
    known(
        &["Eurasian Economic Commission", "Евразийская экономическая комиссия"],
        &["eec.eaeunion.org"],
        "",
        Interstate,
    ),
    known(&["Nasha Niva", "Наша Ніва", "Наша Нива"], &["nashaniva.com"], "BY", Private),
    known(&["Zerkalo", "Зеркало"], &["zerkalo.io"], "BY", Private),
    known(&["Belsat", "Белсат"], &["belsat.eu"], "PL", Public),
    known(
        &["Radio Svaboda", "Радыё Свабода", "Радио Свобода", "RFE/RL"],
        &["svaboda.org", "rferl.org"],
        "US",
        StateMedia,
    ),
    known(&["Meduza", "Медуза"], &["meduza.io"], "LV", Private),
    known(&["Deutsche Welle", "DW"], &["dw.com"], "DE", Public),
    known(&["BBC", "BBC News", "Би-би-си"], &["bbc.com", "bbc.co.uk"], "GB", Public),
    known(&["Reuters", "Рейтер"], &["reuters.com"], "GB", PrivateAgency),
    known(&["Associated Press", "AP"], &["apnews.com"], "US", PrivateAgency),
    known(&["AFP", "Agence France-Presse"], &["afp.com"], "FR", Public),
    known(&["Xinhua", "Синьхуа"], &["xinhuanet.com", "news.cn"], "CN", StateAgency),
    known(&["Chatham House"], &["chathamhouse.org"], "GB", ThinkTank),
    known(&["OSW", "Centre for Eastern Studies"], &["osw.waw.pl"], "PL", ThinkTank),
    known(&["Institute for the Study of War", "ISW"], &["understandingwar.org"], "US", ThinkTank),
    known(&["Jamestown Foundation"], &["jamestown.org"], "US", ThinkTank),
    known(&["Carnegie Endowment"], &["carnegieendowment.org"], "US", ThinkTank),
];
