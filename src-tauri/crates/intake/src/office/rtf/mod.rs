//! RTF: a small reader of our own, for text and nothing else. No crate reads code pages, notes and tables alike.

mod fonts;
mod reader;
mod state;
mod tokens;
mod told;

use chancery_model::Confidence;

use self::reader::Reader;
use super::about;
use crate::Refusal;
use crate::draft::Draft;

/// Reads a document. The day it was made is no day of publication and is left out.
///
/// # Errors
/// Where there are no words, or too many.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let told = Reader::new(bytes).read();
    let modified = told.modified();
    let mut draft = about::draft(told.blocks.finish()?, Some(&told.title), Some(&told.author))?;
    draft.modified = about::date(modified.as_deref(), Confidence::High);
    Ok(draft)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn coded(text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
    }

    /// Cyrillic as programs write it, byte by byte.
    fn hex(text: &str) -> String {
        coded(text).iter().map(|byte| format!("\\'{byte:02x}")).collect()
    }

    #[track_caller]
    fn check(rtf: &str, expected: &str) {
        assert_eq!(read(rtf.as_bytes()).unwrap().text, expected, "{rtf}");
    }

    #[test]
    fn bytes_are_read_in_the_encoding_of_their_font() {
        let fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 Times;}{\\f1\\fswiss\\fcharset204{\\*\\falt Arial}Arial CYR;}{\\f2\\fcharset238 X;}}";
        check(
            &format!(
                "{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}\\f1 {}\\f2 \\'b3\\f0 \\'e9\\par}}",
                hex("Договор ў ")
            ),
            "Договор ў łé",
        );
        check(&format!("{{\\rtf1\\ansi\\ansicpg1251\\deff0{fonts}{} \\'ab\\'bb}}", hex("Газ")), "Газ «»");
        let raw = [b"{\\rtf1\\ansi\\ansicpg1251 ".as_slice(), &coded("Нефть"), b"}"].concat();
        assert_eq!(read(&raw).unwrap().text, "Нефть");
        check("{\\rtf1\\ansi\\ansicpg1251 Договор}", "Договор");
        check("{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 M;}}\\f0\\'93\\'fa\\'96\\'7b\\'83A}", "日本ア");
    }

    #[test]
    fn characters_by_number_replace_what_stands_for_them() {
        check("{\\rtf1\\uc1\\u1057?\\u1086?\\u1102?\\u1079\\'3f}", "Союз");
        check("{\\rtf1\\uc2\\u1057ab{\\uc0\\u1086}\\u1102??!}", "Сою!");
        check("{\\rtf1\\uc1 a\\u-10179?\\u-8704?b}", "a\u{1f600}b");
        check("{\\rtf1\\uc1\\u1057{?}x}", "С?x");
        check("{\\rtf1 \\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\-e\\{\\}\\\\}", "“a”—b c-de{}\\");
    }

    #[test]
    fn what_is_not_the_text_is_left_out() {
        check(
            "{\\rtf1{\\stylesheet{\\s1 heading 1;}}{\\colortbl;\\red0;}{\\*\\generator Riched;}{\\header Head\\par}{\\footerf Foot}\
             {\\pict\\wmetafile8 0102}{\\*\\unknown words}Text {\\field{\\*\\fldinst HYPERLINK \"http://a\"}{\\fldrslt shown}}\
             {\\v hidden}{\\deleted gone}{\\revised  new}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 01}{\\result seen}}\\par}",
            "Text shown newseen",
        );
        check("{\\rtf1 a\\bin5 {}}\\\\b}", "ab");
        check("{\\rtf1{\\upr{x}{\\*\\ud{y}}}}", "y");
    }

    #[test]
    fn headings_items_rows_notes_and_boxes_are_told_apart() {
        check(
            "{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\*\\cs9 x;}{\\s2 Title;}}\
             \\pard\\s1 Gas\\par\\pard Price{\\super\\chftn}{\\footnote\\pard {\\chftn} By the ministry.} stays.\\line Next\\par\
             \\pard{\\listtext\\bullet\\tab}oil\\par{\\pntext\\'b7\\tab}gas\\par\
             \\pard\\trowd\\cellx1\\cellx2\\intbl 2019\\cell 127\\cell\\row\\intbl 2020\\cell 128\\cell\\row\
             \\pard End{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard Box\\par}}{\\shprslt Box}} here\\par}",
            "Price[1] stays.\nNext\n\n- oil\n- gas\n\n2019 | 127\n2020 | 128\n\nEnd here\n\nBox\n\n[1] By the ministry.",
        );
        let titled =
            read(b"{\\rtf1{\\stylesheet{\\s2 Title;}}\\pard\\s2 Roadmaps\\par\\pard Text\\par}").unwrap();
        assert_eq!(titled.title.value.as_deref(), Some("Roadmaps"));
        assert_eq!(titled.title.basis.first().map(|basis| basis.rule.as_str()), Some("title-style"));
    }

    #[test]
    fn properties_are_read_in_the_encoding_of_the_file() {
        let rtf = format!(
            "{{\\rtf1\\ansi\\ansicpg1251{{\\info{{\\title {}}}{{\\author \\u1048?{}}}{{\\creatim\\yr2001\\mo1\\dy1}}{{\\revtim\\yr2021\\mo9\\dy10\\hr8}}}}{}\\par}}",
            hex("Дорожные карты"),
            hex("ван Петров"),
            hex("Стороны встретились.")
        );
        let draft = read(rtf.as_bytes()).unwrap();
        assert_eq!(draft.title.value.as_deref(), Some("Дорожные карты"));
        assert_eq!(draft.byline.value.as_deref(), Some("Иван Петров"));
        assert_eq!(draft.text, "Стороны встретились.");
        assert_eq!(draft.published.value, None);
        assert_eq!(draft.modified.value.unwrap().date.to_string(), "2021-09-10");
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = format!("{{\\rtf1 {}words", "{".repeat(300_000));
        check(&deep, "words");
        let notes = format!("{{\\rtf1 a{}", "{\\footnote b".repeat(3_000));
        assert!(read(notes.as_bytes()).is_ok());
        assert_eq!(read(b"{\\rtf1}").err(), Some(Refusal::Empty));
    }
}
