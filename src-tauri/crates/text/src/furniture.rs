//! Furniture: lines that belong to the page rather than the article. Judged by whole lines of known patterns, so that
//! no sentence of an article is ever taken for one.

use std::collections::HashMap;
use std::sync::LazyLock;

use chancery_model::{CodePoints, Furniture, FurnitureKind, Span};
use regex::{Regex, RegexBuilder};

use crate::dates::Positions;
use crate::letters::is_letter_or_digit;
use crate::{Line, lines};

/// A line longer than this is never furniture, in bytes.
const LONGEST: usize = 400;

/// Bytes the automaton of a pattern may take. By its default it is given up for patterns with so many places for a name, and
/// what takes its turn then reads a line at a fiftieth of the speed. Few lines lead far into it: it holds little of that.
const AUTOMATON: usize = 64 << 20;

/// Patterns over a line that was folded and freed of the marks around it; each must match the whole line.
struct Patterns {
    kind: FurnitureKind,
    regex: Regex,
}

static PATTERNS: LazyLock<Vec<Patterns>> = LazyLock::new(|| {
    [
        (FurnitureKind::Form, FORM),
        (FurnitureKind::Share, SHARE),
        (FurnitureKind::Credit, CREDIT),
        (FurnitureKind::Menu, MENU),
    ]
    .into_iter()
    .filter_map(|(kind, lines)| {
        let pattern = lines.iter().map(|line| format!("(?:{line})")).collect::<Vec<_>>().join("|");
        let whole = RegexBuilder::new(&format!("^(?:{pattern})$")).dfa_size_limit(AUTOMATON).build();
        whole.ok().map(|regex| Patterns { kind, regex })
    })
    .collect()
});

const FORM: &[&str] = &[
    // English
    r"(leave|post|add|write|submit) (a|your) (reply|comment|comments)( cancel reply)?",
    r"leave a (reply|comment) to .{1,40}",
    r"cancel reply|join the (discussion|conversation)|view comments|show comments|no comments( yet)?",
    r"(\d{1,5} )?comments?( ?\(\d{1,5}\))?( are closed)?",
    r"your e-?mail address will not be published.{0,80}",
    r"required fields are marked",
    r"you must be logged in to (post|leave|write) a comment",
    r"(your )?(name|e-?mail( address)?|website|comment|your comment)( ?\((required|optional)\))?",
    r"save my name,? .{0,60}(for the next time i comment|in this browser).{0,40}",
    r"notify me of (follow-?up|new) (comments|posts).{0,40}",
    r"(submit|post) comment|submit",
    r"(sign up|subscribe) (for|to) (our|the|my) ([\w-]+ ){0,3}newsletters?( and .{1,40})?|newsletter( signup)?|enter your e-?mail( address)?",
    r"this site uses akismet.{0,120}",
    // Russian
    r"(оставить|добавить|написать|оставьте|добавьте) (свой )?(комментарий|отзыв|ответ)( отменить ответ)?",
    r"комментарии( ?\(?\d{1,5}\)?)?|отменить ответ|обсудить|нет комментариев|комментариев( пока)? нет|\d{1,5} комментари(й|я|ев)",
    r"(ваш )?(адрес )?e-?mail не будет опубликован.{0,80}|ваш адрес (электронной почты )?не будет опубликован.{0,80}",
    r"обязательные поля помечены|(ваше )?имя|комментарий|сайт|электронная почта|отправить( комментарий)?",
    r"сохранить (мое|мое) имя.{0,120}|(чтобы|для того чтобы) (оставить комментарий|комментировать).{0,60}",
    r"нашли (опечатку|ошибку).{0,100}|(если вы )?(заметили|увидели|обнаружили) (ошибку|опечатку).{0,120}ctrl.{0,20}",
    r"(подписаться|подпишитесь) на (нашу )?(рассылку|email-рассылку).{0,40}",
    // Belarusian
    r"(пакінуць|дадаць|напісаць|пакіньце|дадайце) (свой )?(каментар|каментарый|водгук|адказ)",
    r"каментар(ы|ыі)( ?\(?\d{1,5}\)?)?|няма каментароў|каментароў (пакуль )?няма",
    r"(ваш )?(адрас )?e-?mail не будзе апублікаваны.{0,80}|ваш адрас (электроннай пошты )?не будзе (апублікаваны|надрукаваны).{0,80}",
    r"абавязковыя палі пазначаны|(ваша )?імя|каментар|электронная пошта|адправіць( каментар)?",
    r"(заўважылі|знайшлі) памылку.{0,120}",
];

const SHARE: &[&str] = &[
    // English
    r"share( (this|on|via|with|to|by))?( (article|post|story|page|news|link|it|friends))?( (on|via|with|by|to) .{1,40})?( \d{1,6})?",
    r"(facebook|twitter|telegram|whatsapp|vkontakte|vk|linkedin|pinterest|reddit|viber|messenger|tumblr|x|instagram|youtube|ok|odnoklassniki|pocket|skype|tweet|pin it|e-?mail|print|copy link)([ ,/|·•]+(facebook|twitter|telegram|whatsapp|vkontakte|vk|linkedin|pinterest|reddit|viber|messenger|tumblr|x|instagram|youtube|ok|odnoklassniki|pocket|skype|tweet|pin it|e-?mail|print|copy link|share))*",
    r"support (us|our work|our journalism|our project|our site|our team|independent (journalism|media)|the (author|project|site))( .{1,40})?",
    r"(donate|donate now|become a (patron|member|supporter)|buy (me|us) a coffee|join us|like this|like us on .{1,30})",
    r"(follow|find|join|like|read|watch) (us|our (channel|page|group|telegram channel|news))( .{0,40})?(on|in|at) .{1,40}|follow us|follow @?\w{1,30}( on .{1,30})?",
    r"subscribe( now| today)?|subscribe to (us|our|the) .{1,50}|subscribe (on|via) .{1,30}",
    r"(read|see|find out|learn) more( (at|on|in|about this on) .{1,50})?|read more here|more on the site|continue reading( .{1,80})?|read (the )?(full|original|whole|rest of the) ?(article|story|text|version|post)?( (at|on|in|here).{0,50})?|full (text|story|article|version)( (at|on|here).{0,50})?",
    r"source link|permalink|original (article|source)|(short )?link to (this )?(article|post)|via @\w{1,30}",
    // Russian
    r"(поделиться|поделитесь|поделись)( (этой |этим |ссылкой|новостью|статьей|материалом|публикацией|записью|с друзьями|в )\S{0,30}( .{1,40})?)?( \d{1,6})?",
    r"(поддержать|поддержите|поддержи) (нас|редакцию|проект|наш проект|издание|автора|независимую журналистику)( .{1,40})?",
    r"(подписаться|подписывайтесь|подпишитесь|подпишись|присоединяйтесь|вступайте)( (на|к) (наш|нашу|нас|нам|канал|новости|телеграм|telegram|страницу|наши).{0,60})?|подписаться на .{1,40}",
    r"(следите|читайте|смотрите|ищите) (за )?(нами|нас|наши новости|нашими новостями) (в|на) .{1,60}|мы в (соцсетях|социальных сетях|telegram|телеграме?|vk|вконтакте|facebook)",
    r"(читать|читайте) (далее|дальше|полностью|подробнее|продолжение|полную версию|оригинал|весь текст)( ?(на|в|здесь|тут|по ссылке|:|→).{0,50})?|подробнее( (на|в) .{1,50})?|подробности( на)? .{0,10}сайте|продолжение на .{1,40}",
    r"(вконтакте|одноклассники|фейсбук|телеграм|вотсап|вайбер|твиттер|распечатать|печать|скопировать ссылку|ссылка скопирована)([ ,/|·•]+(вконтакте|одноклассники|фейсбук|телеграм|вотсап|вайбер|твиттер|печать|распечатать))*",
    // Belarusian
    r"(падзяліцца|падзяліцеся)( (гэтым |спасылкай|навіной|артыкулам|з сябрамі|у |ў )\S{0,30}( .{1,40})?)?( \d{1,6})?",
    r"(падтрымаць|падтрымайце) (нас|рэдакцыю|праект|наш праект|выданне|аўтара|незалежную журналістыку)( .{1,40})?",
    r"(падпісацца|падпісвайцеся|падпішыцеся|далучайцеся)( (на|да) (наш|нашу|нас|канал|навіны|тэлеграм|telegram|старонку|нашы).{0,60})?",
    r"(чытаць|чытайце) (далей|цалкам|падрабязней|працяг|арыгінал|поўную версію|увесь тэкст)( ?(на|у|ў|тут|па спасылцы|:|→).{0,50})?|падрабязней( (на|у|ў) .{1,50})?|сачыце за намі (на|у|ў) .{1,40}|мы ў (сацсетках|telegram|тэлеграме)",
    r"(раздрукаваць|друкаваць|друк|скапіраваць спасылку)",
];

const CREDIT: &[&str] = &[
    r"click (here )?(to|for) (see|view|enlarge|a larger|full[- ]?size)( .{0,40})?|(click|tap) (on )?(the )?(image|photo|picture) to (enlarge|zoom)( .{0,20})?|(full-size|enlarge|zoom|open) (image|photo|picture)",
    r"(photo|image|picture|avatar) of (the )?author|author'?s? (photo|image|picture|avatar)|profile (photo|picture)|avatar",
    r"((file|archive|illustrative|featured|cover|screenshot|main) )?(photos?|pictures?|images?|illustration|screenshot|video|infographics?|photograph|graphic)( (credits?|source|courtesy( of)?|by|from|copyright))* ?[:©/|] ?.{1,120}",
    r"((file|archive|illustrative|featured|stock) )(photo|picture|image)|photo (courtesy of|by|from) .{1,60}|(image|photo) (source|credit)s? .{1,60}",
    r"((архивное|иллюстративное) )?(фото|фотография|снимок|иллюстрация|видео|инфографика|скриншот|источник фото|автор фото|фото автора|коллаж)( (из архива|с сайта|предоставлено|автора|из открытых источников))? ?[:©/|] ?.{1,120}",
    r"((архивное|иллюстративное) фото|фото автора|фото из архива|фото из открытых источников|нажмите(,)? (чтобы|для).{1,40}|увеличить (фото|изображение)|фото носит иллюстративный характер)",
    r"((архіўнае|ілюстрацыйнае) )?(фота|фотаздымак|здымак|ілюстрацыя|відэа|інфаграфіка|скрыншот|крыніца фота|аўтар фота|фота аўтара|калаж)( (з архіва|з сайта|аўтара|з адкрытых крыніц))? ?[:©/|] ?.{1,120}",
    r"((архіўнае|ілюстрацыйнае) фота|фота аўтара|фота з архіва|фота з адкрытых крыніц|націсніце(,)? (каб|для).{1,40}|фота носіць ілюстрацыйны характар)",
    r"© ?.{2,60}/ ?(tass|тасс|reuters|afp|ap|ap photo|getty( images)?|epa|риа новости|sputnik|belta|белта|бел?та|dpa|xinhua).{0,20}",
];

const MENU: &[&str] = &[
    r"(all|latest|top|other|more|recent|breaking|related|popular|most read|most popular|trending) (news|stories|articles|posts|headlines|topics|materials|now|content)( on (this|the) (topic|subject))?",
    r"most (read|viewed|popular|commented)|trending( now)?|recommended( for you)?|you (may|might) (also|like)( also)?( like| be interested in)?|more (from|in|on) .{1,40}|see also|read also|also read|don'?t miss|editor'?s (choice|picks?)",
    r"(home|main|homepage|main page|menu|navigation|search|log ?in|sign in|sign up|register|contacts?|contact us|about( us)?|advertis(e|ing|ement|ements)|archive|sitemap|privacy policy|terms of (use|service)|cookies( policy)?|rss|print version|version for print(ing)?|back to (top|the list|news|list|home)|(next|previous|prev|older|newer) (article|post|story|news|page|posts)|skip to (content|main content)|toggle navigation|loading|show more|load more|scroll( to)? top|go to (main|home)( page)?)",
    r"(home|main|news|главная|новости|галоўная|навіны)( ?[>/»›→|] ?[^>/»›→|.]{1,40}){1,5}",
    r"(tags?|keywords|topics|filed under|categor(y|ies)|theme|section|rubric|теги?|метки|ключевые слова|темы?|рубрик[аи]|раздел|категория|тэгі?|ключавыя словы|тэмы?|рубрык[аі]|раздзел|катэгорыя) ?: ?.{1,160}",
    r"(read also|see also|also read|related|more on (the|this) (topic|subject)|read on (the|this) (topic|subject)|по теме|читайте также|читать также|смотрите также|см\. также|еще по теме|материалы по теме|чытайце таксама|чытаць таксама|глядзіце таксама|па тэме|яшчэ па тэме)( ?: ?.{1,200})?",
    r"(все|последние|главные|другие|свежие|популярные|горячие|похожие) (новости|материалы|статьи|публикации|записи)( (дня|раздела|по теме|часа|недели))?|лента новостей|новости партнеров|новости по теме|самое (читаемое|популярное|интересное|важное)|популярное|выбор редакции|рекомендуем|не пропустите|новости smi2|еще новости|больше новостей",
    r"(главная|на главную|меню|навигация|поиск|войти|вход|регистрация|контакты|о нас|о проекте|реклама|архив|карта сайта|версия для печати|наверх|вверх|назад|к списку|вернуться (назад|к списку|на главную)|(следующая|предыдущая) (статья|новость|запись|страница)|показать еще|загрузить еще|политика конфиденциальности)",
    r"(усе|апошнія|галоўныя|іншыя|свежыя|папулярныя|падобныя) (навіны|матэрыялы|артыкулы|публікацыі|запісы)( (дня|раздзела|па тэме))?|стужка навін|навіны партнёраў|навіны партнераў|самае (чытанае|папулярнае|цікавае|важнае)|папулярнае|выбар рэдакцыі|рэкамендуем|больш навін",
    r"(на галоўную|галоўная|меню|навігацыя|пошук|увайсці|уваход|рэгістрацыя|кантакты|пра нас|рэклама|архіў|карта сайта|версія для друку|уверх|уверх|назад|(наступны|папярэдні) (артыкул|запіс)|(наступная|папярэдняя) (навіна|старонка)|паказаць яшчэ)",
];

/// Headings that open a comment form: what follows them and looks like a form line belongs to it.
static FORM_FIELD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:.{0,20}(comment|e-?mail|website|name|captcha|login|log in|reply|комментари|имя|сайт|войти|каментар|імя|увайсці|почт|пошт).{0,60})$").ok()
});

/// The furniture of `text`, by whole lines in the order they stand. `title` is the article's, where known: its
/// repetition inside the text is furniture too.
#[must_use]
pub fn furniture(text: &str, title: Option<&str>) -> Vec<Furniture> {
    let mut judge = Judge::new(text, title);
    let mut positions = Positions::new(text);
    let mut found = Vec::new();
    for line in lines(text) {
        let Some(kind) = judge.kind(&line) else { continue };
        let from = line.start + (line.text.len() - line.text.trim_start().len());
        let start = positions.of(from);
        found.push(Furniture { span: Span::new(start, positions.of(from + line.text.trim().len())), kind });
    }
    found
}

/// Judges the lines of a text, one after the other: what a line is may hang on those before it.
pub struct Judge<'t> {
    title: Option<String>,
    repeated: HashMap<String, usize>,
    /// Pages repeat their lines: each is judged once.
    judged: HashMap<&'t str, Option<FurnitureKind>>,
    in_form: bool,
}

impl<'t> Judge<'t> {
    /// For the lines of `text`; `title` is the article's, where known.
    #[must_use]
    pub fn new(text: &'t str, title: Option<&str>) -> Self {
        let title = title.map(folded_line).filter(|title| !title.is_empty());
        Self { title, repeated: repeated_lines(text), judged: HashMap::new(), in_form: false }
    }

    /// What kind of furniture the next line is, if it is furniture.
    pub fn kind(&mut self, line: &Line<'t>) -> Option<FurnitureKind> {
        let trimmed = line.text.trim();
        if trimmed.is_empty() {
            return None;
        }
        if trimmed.len() > LONGEST {
            self.in_form = false;
            return None;
        }
        let kind = match self.judged.get(trimmed) {
            Some(kind) => *kind,
            None => {
                let kind = self.by_itself(trimmed);
                if self.judged.len() >= JUDGED {
                    self.judged.clear();
                }
                self.judged.insert(trimmed, kind);
                kind
            }
        };
        let kind = kind.or_else(|| (self.in_form && is_form_field(trimmed)).then_some(FurnitureKind::Form));
        self.in_form = kind == Some(FurnitureKind::Form);
        kind
    }

    fn by_itself(&self, line: &str) -> Option<FurnitureKind> {
        // A long sentence is no furniture, and no title with a few marks around it.
        let of_title = || self.title.as_ref().map_or(0, |title| title.split(' ').count());
        if line.ends_with('.') && line.split_whitespace().nth(PROSE.max(of_title() + MARKS)).is_some() {
            return None;
        }
        let folded = folded_line(line);
        if self.title.as_ref() == Some(&folded) {
            return Some(FurnitureKind::RepeatedTitle);
        }
        kind_of(line, &folded).or_else(|| supports_site(line, &folded, &self.repeated))
    }
}

/// A line that ends like a sentence and has more words is none of the patterns, whatever it says: the most that
/// [`reads_as_prose`] grants.
const PROSE: usize = 30;
/// Bullets, arrows and stars that stand apart around a title.
const MARKS: usize = 6;

/// How many judgements are kept at most.
const JUDGED: usize = 20_000;

/// Whether a line inside a form is one of its fields.
fn is_form_field(line: &str) -> bool {
    let folded = folded_line(line);
    folded.split_whitespace().count() <= 12
        && FORM_FIELD.as_ref().is_some_and(|field| field.is_match(&folded))
}

/// The text without its furniture: the lines are taken out and no more than one blank line is left between two others.
#[must_use]
pub fn body(text: &str, furniture: &[Furniture]) -> String {
    let points = CodePoints::new(text);
    let mut body = String::with_capacity(text.len());
    let mut at = 0;
    for piece in furniture {
        body.push_str(points.slice(Span::new(at, piece.span.start)).unwrap_or_default());
        at = piece.span.end.max(at);
    }
    body.push_str(points.slice(Span::new(at, points.len())).unwrap_or_default());
    let mut kept = String::with_capacity(body.len());
    let mut line_ends = 2;
    for c in body.chars() {
        line_ends = if c == '\n' { line_ends + 1 } else { 0 };
        if line_ends <= 2 {
            kept.push(c);
        }
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// What kind of furniture a line is by itself.
fn kind_of(line: &str, folded: &str) -> Option<FurnitureKind> {
    if folded.is_empty() {
        return None;
    }
    let kind =
        PATTERNS.iter().find(|patterns| patterns.regex.is_match(folded)).map(|patterns| patterns.kind)?;
    (!reads_as_prose(line, kind)).then_some(kind)
}

/// Patterns with room for a name must not take a sentence: one that ends like a sentence and is not a fixed formula.
fn reads_as_prose(line: &str, kind: FurnitureKind) -> bool {
    let words = line.split_whitespace().count();
    match kind {
        FurnitureKind::Form => words > PROSE,
        FurnitureKind::Credit => words > 20,
        FurnitureKind::Menu => words > 25 && line.ends_with('.'),
        FurnitureKind::Share => words > 12 || (words > 5 && line.ends_with(['.', '"', '”', '»'])),
        FurnitureKind::RepeatedTitle => false,
    }
}

/// Words that open a call to support or follow somebody.
const CALLS: &[&str] =
    &["support", "follow", "join", "subscribe", "поддержать", "поддержите", "падтрымаць", "падтрымайце"];

/// "Support SouthFront": a call with a name that looks like a site's, or that stands on the page more than once.
fn supports_site(line: &str, folded: &str, repeated: &HashMap<String, usize>) -> Option<FurnitureKind> {
    let mut words = line.split_whitespace();
    let call = crate::fold(words.next()?);
    if !CALLS.contains(&call.as_str()) {
        return None;
    }
    let name: Vec<&str> = words.collect();
    if name.is_empty() || name.len() > 3 || line.ends_with(['.', ',', '?', ':']) {
        return None;
    }
    let capitals = name.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let inner_capital = |word: &str| {
        let mut letters = word.chars().skip(1).peekable();
        letters.peek().is_some()
            && word.chars().any(char::is_lowercase)
            && word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase())
    };
    let site = name.len() == 1 && name.iter().any(|word| inner_capital(word) || is_domain(word));
    let again = repeated.get(folded).is_some_and(|&times| times > 1);
    (site || (again && capitals)).then_some(FurnitureKind::Share)
}

/// Whether a word is a host name.
fn is_domain(word: &str) -> bool {
    let word = word.trim_start_matches('@');
    let mut labels = word.rsplit('.');
    let top = labels.next().unwrap_or_default();
    word.contains('.')
        && (2..=6).contains(&top.len())
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
        && labels
            .all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

/// How often each short line that opens with a call stands in the text.
fn repeated_lines(text: &str) -> HashMap<String, usize> {
    let mut times = HashMap::new();
    for line in lines(text) {
        let trimmed = line.text.trim();
        let few_words = || (2..=4).contains(&trimmed.split_whitespace().take(5).count());
        let calls = || {
            trimmed.split_whitespace().next().is_some_and(|word| CALLS.contains(&crate::fold(word).as_str()))
        };
        if trimmed.len() <= 80 && few_words() && calls() {
            *times.entry(folded_line(trimmed)).or_insert(0) += 1;
        }
    }
    times
}

/// A line folded, without bullets, arrows, stars and full stops around it, blanks single.
fn folded_line(line: &str) -> String {
    let folded = crate::fold(line);
    let keep = |c: char| is_letter_or_digit(c) || matches!(c, '©' | '@');
    let trimmed = folded.trim_start_matches(|c| !keep(c)).trim_end_matches(|c: char| !keep(c) && c != ')');
    if has_single_blanks(trimmed) {
        return trimmed.to_owned();
    }
    let mut single = String::with_capacity(trimmed.len());
    for word in trimmed.split_whitespace() {
        if !single.is_empty() {
            single.push(' ');
        }
        single.push_str(word);
    }
    single
}

/// Whether the blanks of `text` are surely single spaces, and none stands at its ends. Blanks beyond ASCII begin with one of four
/// bytes.
fn has_single_blanks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let doubtful = |byte: u8| matches!(byte, b'\t'..=b'\r' | 0xc2 | 0xe1..=0xe3);
    let doubled = |two: &[u8]| two == b"  ";
    !bytes.iter().any(|&byte| doubtful(byte))
        && !bytes.windows(2).any(doubled)
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
}

/// Whether any of `furniture`, which is in order, shares a code point with a line.
pub(crate) fn holds(furniture: &[Furniture], points: &CodePoints<'_>, line: &Line<'_>) -> bool {
    !furniture.is_empty() && {
        let (start, end) = (points.position_of_byte(line.start), points.position_of_byte(line.end()));
        overlapping(furniture, Span::new(start, end))
    }
}

/// Whether any of `furniture`, which is in order, shares a code point with `span`.
pub(crate) fn overlapping(furniture: &[Furniture], span: Span) -> bool {
    let next = furniture.partition_point(|piece| piece.span.end <= span.start);
    furniture.get(next).is_some_and(|piece| piece.span.start < span.end)
}
