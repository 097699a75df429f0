//! Lines that are furniture and lines that are not, one a case.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chancery_model::{CodePoints, FurnitureKind};
use chancery_text::{body, furniture};
use proptest::prelude::*;

const PROSE: &str = "The ministers met in Minsk on Monday and agreed to go on with the talks next week.";

/// The kinds found for `line` standing between paragraphs of prose.
fn kind(line: &str) -> Option<FurnitureKind> {
    let text = format!("{PROSE}\n\n{line}\n\n{PROSE}");
    let found = furniture(&text, Some("A title that is not repeated"));
    assert!(found.len() <= 1, "{line:?}: {found:?}");
    found.first().map(|piece| {
        let points = CodePoints::new(&text);
        assert_eq!(points.slice(piece.span), Some(line), "the span is the whole line");
        piece.kind
    })
}

#[test]
fn furniture_is_known_by_its_whole_line() {
    use FurnitureKind::{Credit, Form, Menu, Share};
    let cases = [
        ("Support SouthFront", Share),
        ("Support us", Share),
        ("Share this article", Share),
        ("Share on Facebook", Share),
        ("Facebook Twitter Telegram", Share),
        ("Follow us on Telegram", Share),
        ("Subscribe to our Telegram channel", Share),
        ("Read more on the site →", Share),
        ("Continue reading", Share),
        ("Read the full article here", Share),
        ("Поделиться", Share),
        ("Поделиться в Facebook", Share),
        ("Поддержать редакцию", Share),
        ("Подписывайтесь на наш канал в Telegram", Share),
        ("Читать далее →", Share),
        ("Подробнее на сайте", Share),
        ("Падзяліцца", Share),
        ("Падтрымаць рэдакцыю", Share),
        ("Чытаць далей", Share),
        ("Падпісвайцеся на наш канал у Telegram", Share),
        ("Click to see full-size image", Credit),
        ("Photo of author", Credit),
        ("Photo: www.president.gov.by", Credit),
        ("Photo credit: Press service of the ministry", Credit),
        ("Image: Wikimedia Commons", Credit),
        ("© Sergei Petrov/TASS", Credit),
        ("Фото: пресс-служба президента", Credit),
        ("Иллюстрация: архив редакции", Credit),
        ("Архивное фото", Credit),
        ("Фота: прэс-служба прэзідэнта", Credit),
        ("Leave a Reply", Form),
        ("Leave a Comment", Form),
        ("Your email address will not be published. Required fields are marked *", Form),
        ("Post Comment", Form),
        ("Comments (12)", Form),
        ("Sign up for our newsletter", Form),
        ("Оставить комментарий", Form),
        ("Ваш адрес email не будет опубликован. Обязательные поля помечены *", Form),
        ("Нашли опечатку? Выделите её и нажмите Ctrl+Enter", Form),
        ("Пакінуць каментар", Form),
        ("Каментары (3)", Form),
        ("All news", Menu),
        ("Latest news", Menu),
        ("Read also: Ministers meet in Brest", Menu),
        ("Tags: Belarus, Russia, gas", Menu),
        ("Home > News > World", Menu),
        ("Back to top", Menu),
        ("Все новости", Menu),
        ("Лента новостей", Menu),
        ("Читайте также: Министры встретились в Бресте", Menu),
        ("Теги: Беларусь, Россия", Menu),
        ("Усе навіны", Menu),
        ("Чытайце таксама: Міністры сустрэліся ў Брэсце", Menu),
        ("Advertisement", Menu),
        ("Реклама", Menu),
        ("Рэклама", Menu),
    ];
    let wrong: Vec<_> = cases.iter().filter(|(line, expected)| kind(line) != Some(*expected)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn lines_of_an_article_are_never_furniture() {
    let lines = [
        "By admin",
        "By Jane Doe",
        "World September 10, 2021, 2:42",
        "Posted: 15.08.2024 17:42:00",
        "Support for the union fell to a third of those asked, the survey showed.",
        "Support Grows for the Union",
        "Share prices of Gazprom fell by two per cent on Tuesday after the announcement.",
        "Shares in the union's budget",
        "Follow the money, he said, and you will find Moscow.",
        "Subscribe to no theory, the historian warned, and read the treaty instead.",
        "Photo of the two presidents shaking hands went around the world within hours.",
        "Photos of the meeting showed a table for thirty.",
        "All news from Minsk that day was about the dairy ban.",
        "Comments by the ambassador drew a protest note.",
        "Read more slowly, the judge told the clerk, and the hall laughed.",
        "Leave a comment out and the treaty reads quite differently, says the lawyer.",
        "Print media were the first to report it.",
        "Home rule was never on the table.",
        "Related problems in the bilateral relations",
        "Problems in the bilateral relations",
        "On building the Union State",
        "Belarus and Russia may immediately become even closer",
        "Image problems of the union are older than the union.",
        "Video conference replaced the summit.",
        "Name one promise that was kept, he asked.",
        "Donations from abroad are banned.",
        "About the talks nothing was said.",
        "Search for a compromise goes on",
        "Archive documents show that the draft was older.",
        "Contact with Moscow was never broken off.",
        "Поддержать проект договора готовы не все депутаты, заявил спикер.",
        "Поделиться властью он не готов.",
        "Фотографии со встречи опубликовала пресс-служба.",
        "Фото президента висит в каждом кабинете.",
        "Все новости об интеграции он назвал слухами.",
        "Главная тема переговоров",
        "Комментарии посла вызвали протест.",
        "Имя нового посла назовут в пятницу.",
        "Читать далее проект никто не стал.",
        "Архив договоров открыли для историков.",
        "Падтрымаць праект дагавора гатовыя не ўсе дэпутаты, заявіў спікер.",
        "Фота са сустрэчы апублікавала прэс-служба.",
        "Усе навіны пра інтэграцыю ён назваў чуткамі.",
        "Галоўная тэма перамоваў",
        "Каментары пасла выклікалі пратэст.",
        "Подписаться под договором он отказался.",
        "Tags of origin will be checked at the border.",
        "Section four of the treaty deals with customs.",
        "Тема интеграции закрыта",
    ];
    let wrong: Vec<_> = lines.iter().filter_map(|line| kind(line).map(|kind| (line, kind))).collect();
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn a_repeated_title_is_furniture_and_its_words_inside_a_sentence_are_not() {
    let text = "Lead.\n\nThe Ministers Agree\n\nThe Ministers Agree, said the paper, on nothing.";
    let found = furniture(text, Some("The ministers agree"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, FurnitureKind::RepeatedTitle);
}

#[test]
fn a_comment_form_goes_on_to_its_last_field() {
    let text = format!(
        "{PROSE}\n\nОставить комментарий\n\nВаш адрес email не будет опубликован. Обязательные поля помечены *\n\nКомментарий *\n\nИмя *\n\nEmail *\n\nСайт\n\nОтправить комментарий"
    );
    assert_eq!(body(&text, &furniture(&text, None)), PROSE);
    assert_eq!(furniture(&text, None).len(), 7);
}

#[test]
fn the_body_leaves_one_blank_line_where_furniture_stood() {
    let text = "One.\n\nAll news\n\nShare\n\nTwo.";
    assert_eq!(body(text, &furniture(text, None)), "One.\n\nTwo.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn furniture_covers_whole_lines_in_order(
        lines in proptest::collection::vec("Share|All news|Leave a Reply|Photo: x|Name \\*|Support SouthFront|\\PC{0,12}", 0..20),
    ) {
        let text = lines.join("\n");
        let points = CodePoints::new(&text);
        let mut last = 0;
        for piece in furniture(&text, Some("Share")) {
            prop_assert!(piece.span.start >= last && !piece.span.is_empty());
            let words = points.slice(piece.span).unwrap();
            prop_assert!(lines.iter().any(|line| line.trim() == words));
            last = piece.span.end;
        }
        let _ = body(&text, &furniture(&text, None));
    }
}
