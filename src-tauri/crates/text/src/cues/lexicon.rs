//! The cues: words that speak of a step of an integration, in three languages, with how much they count and what they make of it.

use chancery_model::{MilestoneKind as K, Status as S};

use super::Sort::{self, Deed, Doubt, Matter};

/// A cue. What it is called is the same in every language.
#[derive(Debug)]
pub struct Cue {
    /// `sign`, `roadmap`: kept in the dossier, so never given another meaning.
    pub id: &'static str,
    /// What it speaks of.
    pub sort: Sort,
    /// 0–1: how surely it alone speaks of a milestone. Of a doubt: what is left of the score.
    pub weight: f64,
    /// The kind of milestone it speaks of, where it tells.
    pub kind: Option<K>,
    /// How far a promise has come by it, where it tells.
    pub status: Option<S>,
    /// Words in English, Russian and Belarusian, parted by `|`: by stem, by prefix before a hyphen; after
    /// `!` not these, though others fit.
    pub(super) words: [&'static str; 3],
}

const fn cue(
    id: &'static str,
    sort: Sort,
    weight: f64,
    kind: Option<K>,
    status: Option<S>,
    words: [&'static str; 3],
) -> Cue {
    Cue { id, sort, weight, kind, status, words }
}

/// Every cue. Where two fit the same words both count, as "signed" and "treaty" do.
#[rustfmt::skip]
pub const CUES: &[Cue] = &[
    // what was done
    cue("agree", Deed, 0.55, Some(K::Decision), None, [
        "agree|agreed|reached agreement|reached an agreement|reached agreements|reach an agreement|coordinated",
        "договорил-|договоривш-|договорят-|договорить-|условились|согласовал-|согласован-|согласовать|достиг- договоренност-|достигнут- договоренност-|достиг- соглашени-|достигнут- соглашени-",
        "дамовіл-|дамовіцца|дамовяцца|узгадніл-|ўзгадніл-|узгоднен-|ўзгоднен-|дасягну- дамоўленасц-|дасягнут- дамоўленасц-|дасягну- пагадненн-",
    ]),
    cue("sign", Deed, 0.6, Some(K::Treaty), None, [
        "!a sign|!signs of|!sign of|signed|signature of",
        "подписал-|подписан-|подписать|подписани-|подписыва-|подпишут|подпишет",
        "падпісал-|падпісаў|падпісан-|падпісаць|падпісанн-|падпісва-|падпішуць|падпіша",
    ]),
    cue("initial", Deed, 0.55, Some(K::Treaty), None, [
        "initialled|initialed|initialling|initialing", "парафир-", "парафір-",
    ]),
    cue("ratify", Deed, 0.65, Some(K::Treaty), None, ["ratif-", "ратифи-", "ратыфік-"]),
    cue("in-force", Deed, 0.6, Some(K::Implementation), Some(S::Done), [
        "come into force|came into force|entered into force|enter into force|enters into force|entry into force|take effect|took effect",
        "вступ- в силу|вступ- в действ-|заработал-",
        "уступ- у сілу|ўступ- у сілу|уступ- ў сілу|набы- моц|запрацава-",
    ]),
    cue("approve", Deed, 0.55, Some(K::Decision), None, [
        "approve|adopt|adoption|endorse",
        "утвердил-|утвердить|утвержден-|утверждает|утвердят|одобрил-|одобрен-|одобрить|принят- решени-|приняли решени-|принял решени-|приняла решени-|принят- закон-|приняли закон-|принял закон-",
        "зацвердз-|зацверджан-|зацвярдж-|ухвал-|адобр-|прынят- рашэнн-|прынялі рашэнн-|прыняў рашэнн-|прынята рашэнн-",
    ]),
    cue("decide", Deed, 0.45, Some(K::Decision), None, [
        "decide|decision|decree|resolution",
        "решили|решил|решила|решено|решением|постановил-|постановлени-|указ|декрет",
        "вырашыл-|вырашыў|вырашана|рашэннем|пастанавіл-|пастанов-|указ|дэкрэт",
    ]),
    cue("set-up", Deed, 0.45, None, Some(S::Begun), [
        "form a|form an|formed|establish|establishment|set up|created|creation|create a|create an|create the",
        "создал-|создан-|создать|создадут|создани-|учрежд-|учредил-|сформирован-|сформировать|сформировал-|образовал-|образован- комисси-",
        "стварыл-|стварыў|створан-|стварыць|стварэнн-|заснава-|сфармірава-|утварыл-|утворан-",
    ]),
    cue("prepare", Deed, 0.35, None, Some(S::Begun), [
        "prepare|draft|drafted|drawn up|drew up|work out|worked out",
        "подготовил-|подготовлен-|подготовить|разработал-|разработан-|разработать|доработа-|проект- документ-",
        "падрыхтава-|распрацава-|дапрацава-|праект- дакумент-",
    ]),
    cue("negotiate", Deed, 0.35, Some(K::Negotiation), Some(S::Begun), [
        "negotiat-|talks|consultation|summit", "переговор-|консультаци-|саммит-", "перамов-|перагавор-|кансультацы-|саміт-",
    ]),
    cue("meet", Deed, 0.25, Some(K::Negotiation), None, [
        "met|meeting|session|sitting", "встретил-|встреч-|заседани-|сесси-", "сустрэл-|сустрэч-|пасяджэнн-|сесі-",
    ]),
    cue("begin", Deed, 0.4, Some(K::Implementation), Some(S::Begun), [
        "began|begun|begin|launch|start",
        "начали|начал|начала|начались|началось|началась|начат-|запустил-|запущен-|запуск-|приступил-",
        "пачалі|пачаў|пачала|пачаліся|пачалося|пачалася|пачат-|запусціл-|запушчан-|запуск-|прыступіл-",
    ]),
    cue("complete", Deed, 0.5, Some(K::Implementation), Some(S::Done), [
        "implement|implementation|complete|fulfil|fulfilled|carried out|carry out",
        "реализова-|реализаци-|выполнен-|выполнил-|исполнен-|исполнил-|завершен-|завершил-|внедрен-|внедрил-",
        "рэалізава-|рэалізацы-|выканан-|выканал-|завершан-|завяршыл-|завяршэнн-|укаранен-|укараніл-|ўкаранен-",
    ]),
    cue("introduce", Deed, 0.4, Some(K::Implementation), Some(S::Done), [
        "introduce|introduction|abolish|lifted|cancelled roaming",
        "введен-|ввели|ввел|введут|введет|отменил-|отменен-|отменят|отмена|отмены",
        "уведзен-|увялі|увядз-|увядуць|адмяніл-|адмянілі|адменен-|адмена|адмены",
    ]),
    cue("postpone", Deed, 0.5, Some(K::Decision), Some(S::OnHold), [
        "postpone|put off|delay|suspend|froze|frozen|moved to",
        "отложил-|отложен-|отложить|откладыва-|перенес-|перенос-|приостанов-|заморо-|отсроч-",
        "адклал-|адкладзен-|адкласц-|адклад-|перанес-|перанос-|прыпын-|замаро-|адтэрмін-",
    ]),
    cue("fail", Deed, 0.58, Some(K::Negotiation), None, [
        "fail to|failed to|fails to|couldn't|could not|unable to|collapse|broke down|no agreement|without agreement|without result",
        "не удалось|не смогл-|не смог|сорвал-|сорван-|провал-|не договорил-|безрезультатн-|не подписа-",
        "не ўдалося|не удалося|не змагл-|не змог|сарвал-|сарван-|правал-|не дамовіл-|безвынікова|не падпіса-",
    ]),
    cue("withdraw", Deed, 0.5, Some(K::Decision), Some(S::Withdrawn), [
        "withdraw|withdrew|withdrawn|cancel|abandon|terminate|denounce|scrap",
        "отказал-|вышла из|вышел из|вышли из|аннулир-|расторг-|денонсир-|отозва-",
        "адмовіл-|выйшла з|выйшаў з|выйшлі з|анулява-|скасава-|дэнансава-|адклікал-",
    ]),
    cue("promise", Deed, 0.45, Some(K::Deadline), None, [
        "promise|pledge|undertake|undertook|commit to|committed to|commitment",
        "обещал-|обязал-|обязуе-|обязатель-", "абяцал-|абавяза-|абавязацельств-|абавязуе-",
    ]),
    cue("due", Deed, 0.45, Some(K::Deadline), None, [
        "deadline|due by|due on|no later than|is to be|are to be|must be",
        "не позднее|до конца|в срок|должн- быть|должн- заработать|должн- вступить|крайн- срок",
        "не пазней|да канца|у тэрмін|павін- быць|павінн- быць|крайні тэрмін",
    ]),
    cue("plan", Deed, 0.35, Some(K::Deadline), None, [
        "plan to|plans to|planned|scheduled|expected to|intend to|intends to|will be|will sign|will approve",
        "планиру-|намерен-|ожидается|намечен-|предстоит|будет подписан-|будут подписан-",
        "плану-|мяркуецца|чакаецца|намечан-|мае быць|маюць намер|будзе падпісан-|будуць падпісан-",
    ]),
    cue("state", Deed, 0.25, Some(K::Statement), None, [
        "announce|declare|stated|proposed|propose|stressed|reported|recalled|said",
        "заявил-|объявил-|сообщил-|предложил-|подчеркнул-|отметил-|напомнил-",
        "заяві-|абвясці-|паведамі-|прапанава-|падкрэсліл-|падкрэсліў|адзначыл-|адзначыў|нагада-",
    ]),
    cue("hold", Deed, 0.3, Some(K::ExternalEvent), None, [
        "was held|were held|held on|took place|take place|takes place",
        "прошел|прошла|прошли|прошло|состоял-|состоится|состоятся|проведен-",
        "прайшоў|прайшла|прайшлі|прайшло|адбыл-|адбыўся|адбудзецца|праведзен-",
    ]),
    // what it is about
    cue("union-state", Matter, 0.5, None, None, [
        "Union State|union of Belarus and Russia|union of Russia and Belarus|Supreme State Council",
        "союзн- государств-|высш- государственн- совет-|высш- госсовет-|госсовет- союзн-",
        "саюзн- дзяржав-|вышэйш- дзяржаўн- савет-|вышэйш- дзяржсавет-",
    ]),
    cue("integration", Matter, 0.45, None, None, ["integrat-", "интеграци-", "інтэграцы-"]),
    cue("roadmap", Matter, 0.6, Some(K::Roadmap), None, [
        "roadmap|road map|road maps", "дорожн- карт-|дорожную карту", "дарожн- карт-|дарожн- мап-",
    ]),
    cue("union-programme", Matter, 0.55, Some(K::Roadmap), None, [
        "union programme|union program|union state programme|union state program|action plan|action programme",
        "союзн- программ-|программ- интеграци-|программ- действ-|план- действ-|основн- направлени-",
        "саюзн- праграм-|праграм- інтэграцы-|праграм- дзеянн-|план- дзеянн-|асноўн- напрамк-",
    ]),
    cue("programme", Matter, 0.25, Some(K::Roadmap), None, [
        "programme|program|guidelines|strategy|concept", "программ-|стратеги-|концепци-", "праграм-|стратэгі-|канцэпцы-",
    ]),
    cue("working-group", Matter, 0.55, Some(K::WorkingGroup), None, [
        "working group|working groups|task force|joint commission|intergovernmental commission",
        "рабоч- групп-|совместн- комисси-|межправительственн- комисси-|межправительственн- групп-",
        "рабоч- груп-|працоўн- груп-|сумесн- камісі-|міжурадав- камісі-|міжурадав- груп-",
    ]),
    cue("treaty", Matter, 0.5, Some(K::Treaty), None, [
        "treaty|agreement|protocol|memorandum|accord|pact|convention|joint declaration",
        "!договорят-|!договорил-|!договорить-|договор|договоры|соглашени-|протокол-|меморандум-|деклараци-|конвенци-|пакт",
        "!дагаварыл-|дагавор|дагаворы|пагадненн-|пратакол-|мемарандум-|дэклараці-|дэклярацы-|канвенцы-|пакт",
    ]),
    cue("market", Matter, 0.45, None, None, [
        "single market|common market|common markets|single economic space|common economic space|economic space|customs union|economic union",
        "един- рын-|общ- рын-|экономическ- пространств-|таможенн- союз-|экономическ- союз-",
        "адзін- рын-|агульн- рын-|эканамічн- прастор-|мытн- саюз-|эканамічн- саюз-",
    ]),
    cue("currency", Matter, 0.45, None, None, [
        "single currency|common currency|emission center|emission centre|payment systems|monetary policy",
        "един- валют-|общ- валют-|эмиссионн- центр-|платежн- систем-|денежно-кредитн- политик-",
        "адзін- валют-|агульн- валют-|эмісійн- цэнтр-|плацежн- сістэм-|грашова-крэдытн- палітык-",
    ]),
    cue("common-law", Matter, 0.4, None, None, [
        "tax code|customs code|tax legislation|tax system|unification of|harmonis-|harmoniz-|common rules|mutual recognition",
        "налогов- кодекс-|таможенн- кодекс-|налогов- законодательств-|налогов- систем-|косвенн- налог-|унификаци-|гармонизаци-|взаимн- признани-",
        "падатков- кодэкс-|мытн- кодэкс-|падатков- заканадаўств-|падатков- сістэм-|ускосн- падатк-|уніфікацы-|гарманізацы-|узаемн- прызнанн-",
    ]),
    cue("bodies", Matter, 0.4, None, None, [
        "supranational|parliamentary assembly|council of ministers|constitution|constitutional act|accounts chamber|court of justice|joint parliament",
        "наднациональн-|парламентск- собрани-|совет- министров|совмин-|конституци-|конституционн- акт-|счетн- палат-",
        "наднацыянальн-|парламенцк- сход-|савет- міністраў|саўмін-|канстытуцы-|канстытуцыйн- акт-|рахунков- палат-",
    ]),
    cue("energy", Matter, 0.35, None, None, [
        "gas price|gas prices|price of gas|natural gas|oil supply|oil supplies|gas market|oil market|electricity|nuclear power plant",
        "цен- на газ|поставк- газа|поставк- нефти|рынк- газа|рынк- нефти|рын- газа|электроэнерг-|аэс",
        "цан- на газ|пастаўк- газу|пастаўк- нафты|рынк- газу|рынак газу|электраэнерг-|аэс",
    ]),
    cue("loan", Matter, 0.3, None, None, ["loan|credit line|refinanc-", "кредит-|заем|займ-|рефинансир-", "крэдыт-|пазык-|рэфінансав-"]),
    cue("defence", Matter, 0.4, None, None, [
        "military doctrine|joint exercise|joint exercises|regional grouping|security guarantee|security guarantees|security concept",
        "военн- доктрин-|совместн- учени-|региональн- группировк-|гаранти- безопасности|концепци- безопасности",
        "ваенн- дактрын-|сумесн- вучэнн-|рэгіянальн- групоўк-|гаранты- бяспекі|канцэпцы- бяспекі",
    ]),
    cue("citizens", Matter, 0.35, None, None, [
        "roaming|equal rights|visa|pension|migration policy",
        "роуминг-|равн- прав-|виз|визы|визам|пенси-|миграционн- политик-", "роўмінг-|роўн- прав-|віз|візы|візам|пенсі-|міграцыйн- палітык-",
    ]),
    cue("election", Matter, 0.35, Some(K::ExternalEvent), None, [
        "election|referendum", "выборы|выборов|референдум-", "выбары|выбараў|рэферэндум-",
    ]),
    cue("sanctions", Matter, 0.3, Some(K::ExternalEvent), None, ["sanction", "санкци-", "санкцы-"]),
    cue("both-sides", Matter, 0.25, None, None, [
        "Belarus and Russia|Russia and Belarus|Moscow and Minsk|Minsk and Moscow|two countries|both countries|two states|both states|two presidents|two governments",
        "Беларус- и Росси-|Белоруссии и России|Росси- и Беларус-|Минск и Москва|Москва и Минск|Москвы и Минска|Минска и Москвы|дву- стран|дву- государств|об- стран-",
        "Беларус- і Расі-|Расі- і Беларус-|Мінск і Масква|Масква і Мінск|Мінска і Масквы|Масквы і Мінска|дзвюх краін|абедзвюх краін|абедзв- краін-",
    ]),
    // what takes from it
    cue("doubt", Doubt, 0.7, None, None, [
        "if|would|might|allegedly|rumour|rumor",
        "если|бы|возможно|якобы|вероятно|слух-", "калі б|калі|магчыма|нібыта|верагодна|чутк-",
    ]),
];
