//! Lines of a page that are labels rather than text: "Read also", "Advertisement", "Photo: …", in the languages of the sets.

use super::blocks::{Block, BlockKind};

/// What a label does to what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// It stands alone.
    Alone,
    /// It heads links, notes or boxes that are no text either.
    Heads,
}

/// Begin a line that points to other articles or heads a list of them (folded).
const POINTERS: &str = "read also|also read|read more|read next|see also|related|you may also like|you might also like|\
    more on this|more from|more stories|explore further|further reading|recommended|don't miss|\
    continue reading|keep reading|up next|lesen sie auch|lesen sie mehr|lesen sie weiter|\
    lesen sie dazu|lies auch|auch interessant|mehr zum thema|mehr zu |mehr uber |mehr dazu|\
    mehr lesen|weiterlesen|zum weiterlesen|das konnte sie auch|das konnte dich auch|\
    das konnte euch auch|weiterfuhrende|weitere informationen|weitere infos|weitere themen|\
    weitere artikel|weitere beitrage|weitere meldungen|passend dazu|siehe auch|ahnliche artikel|\
    ahnliche beitrage|verwandte|empfehlung|unsere empfehlung|mehr aus|lire aussi|a lire aussi|\
    a lire egalement|voir aussi|a voir aussi|sur le meme sujet|en savoir plus|articles similaires|\
    pour aller plus loin|le puede interesar|te puede interesar|puede interesarle|le recomendamos|\
    te recomendamos|lea tambien|lee tambien|lea mas|mira tambien|ver tambien|vea tambien|\
    mas informacion|le sugerimos|noticias relacionadas|notas relacionadas|tambien te puede|\
    seguir leyendo|veja tambem|leia tambem|leia mais|saiba mais|veja mais|leggi anche|leggi tutto|\
    potrebbe interessarti|approfondisci|czytaj tez|czytaj takze|czytaj rowniez|czytaj wiecej|\
    zobacz tez|zobacz takze|zobacz rowniez|przeczytaj tez|przeczytaj takze|polecamy|\
    dowiedz sie wiecej|lees ook|lees meer|читайте также|читать также|смотрите также|по теме|\
    еще по теме|чытайце таксама|глядзіце таксама|па тэме|читайте також|дивіться також";

/// Head what comes after an article (folded; the whole line but for a number or a mark).
const ENDERS: &str = "comments|leave a comment|leave a reply|post a comment|about the author|about the authors|author|\
    share this|share|tags|topics|filed under|latest news|most read|most popular|popular posts|\
    recent posts|newsletter|contact|links|downloads|follow us|kommentare|kommentar schreiben|\
    kommentar hinterlassen|schreibe einen kommentar|uber den autor|uber die autorin|\
    uber den autor/die autorin|zum autor|zur autorin|der autor|die autorin|autor|kontakt|\
    ansprechpartner|pressekontakt|schlagworte|schlagworter|stichworte|teilen|artikel teilen|\
    beitrag teilen|themen|meistgelesen|commentaires|laisser un commentaire|partager|mots-cles|\
    comentarios|deja un comentario|compartir|temas|etiquetas|compartilhar|commenti|condividi|\
    komentarze|dodaj komentarz|tagi|udostepnij|комментарии|каментары|теги|поделиться|тэгі";

/// A whole line, but for marks and numbers around it (folded).
const WHOLE: &str = "advertisement|advertising|ad|sponsored|anzeige|werbung|publicite|publicidad|pubblicita|reklama|\
    reklame|реклама|рэклама|annons|print|print recipe|print this|drucken|seite drucken|\
    artikel drucken|imprimer|imprimir|permalink|permalien|top|nach oben|zuruck|back|mehr anzeigen|\
    show more|view gallery|zur startseite|merken|vorlesen|artikel vorlesen|kopieren|pdf|jetzt teilen|\
    hier klicken|click here|details|text|bild|foto|video|beitragsbild|kommentieren|kommentar|comment|\
    comments off|no comments|keine kommentare|min read|min lesezeit|minuten lesezeit";

/// Begin a credit or a source (folded), when the line is short.
const CREDITS: &str = "photo:|photos:|photo by|photo credit|photograph by|photographs by|image:|images:|image by|\
    image credit|image source|picture:|illustration:|source:|sources:|video:|credit:|credits:|\
    getty images|foto:|fotos:|foto von|bild:|bilder:|bildquelle|bildnachweis|bildrechte|titelbild|\
    titelfoto|beitragsbild|symbolbild|symbolfoto|fotocredit|quelle:|grafik:|(foto|(photo|(bild|\
    (quelle|credit photo|credits photo|photo :|image illustrative|fuente:|imagen:|fonte:|zrodlo:|\
    fot.|zdjecie:|© |фото:|источник:|фота:|крыніца:|(c) |credits :|credit :";

/// Anywhere in a line that is not long: the words of the house about itself (folded).
const HOUSE: &str = "all rights reserved|alle rechte vorbehalten|tous droits reserves|todos los derechos reservados|\
    tutti i diritti riservati|все права защищены|усе правы абаронены|subscribe to our|\
    subscribe now to|sign up for our|sign up to our|follow us on|download our app|folgen sie uns|\
    folge uns auf|folgt uns auf|unseren newsletter|newsletter abonnieren|zum newsletter|\
    jetzt abonnieren|canal de telegram|canal de whatsapp|suscribete|siguenos en|abonnez-vous|\
    suivez-nous|iscriviti alla|seguici su|подписывайтесь на|подпишитесь на|падпісвайцеся на|\
    enable javascript|javascript aktivieren|cookies akzeptieren|datenschutzerklarung|privacy policy|\
    externe inhalte|externer inhalt";

/// Longest label that points to other articles, longest credit and longest words of the house, in letters.
const LONGEST_POINTER: usize = 160;
const LONGEST_CREDIT: usize = 90;
const LONGEST_HOUSE: usize = 240;

fn is_in(list: &str, words: &str) -> bool {
    list.split('|').any(|one| one == words)
}

/// What label `block` is, if any.
pub(crate) fn label_of(block: &Block) -> Option<Label> {
    if block.letters > LONGEST_HOUSE {
        return None;
    }
    let folded = chancery_text::fold(&block.text);
    let bare = folded.trim_matches(|c: char| !c.is_alphabetic());
    if bare.is_empty() {
        return (block.kind == BlockKind::Paragraph && !folded.chars().any(|c| c.is_ascii_digit()))
            .then_some(Label::Alone);
    }
    if is_in(WHOLE, bare) {
        return Some(Label::Alone);
    }
    if is_in(ENDERS, bare) {
        return Some(Label::Heads);
    }
    if block.letters <= LONGEST_POINTER && POINTERS.split('|').any(|start| bare.starts_with(start)) {
        let heads = block.kind == BlockKind::Heading || folded.ends_with(':') || block.letters <= 30;
        if heads && block.link_share() < 0.3 {
            return Some(Label::Heads);
        }
        if block.link_share() > 0.25 {
            return Some(Label::Alone);
        }
    }
    let starts = folded.trim_start_matches(['[', '-', '–', '*', ' ']);
    if block.letters <= LONGEST_CREDIT && CREDITS.split('|').any(|start| starts.starts_with(start)) {
        return Some(Label::Alone);
    }
    if folded.starts_with("anzeige ") || folded.starts_with("- anzeige") {
        return Some(Label::Alone);
    }
    HOUSE.split('|').any(|words| folded.contains(words)).then_some(Label::Alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, linked: usize, expected: Option<Label>) {
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        let block =
            Block { kind: BlockKind::Paragraph, text: text.to_owned(), letters, linked, holder: 0, start: 0 };
        assert_eq!(label_of(&block), expected, "{text}");
    }

    #[test]
    fn labels_are_told_from_sentences() {
        check("Читайте также: Газ подорожал", 12, Some(Label::Alone));
        check("Mehr zum Thema", 0, Some(Label::Heads));
        check("- Anzeige -", 0, Some(Label::Alone));
        check("Foto: Ann Lee/dpa", 0, Some(Label::Alone));
        check("Related parties must be named in the report, the court said.", 0, None);
        check("The author of the plan left the room.", 0, None);
        check("***", 0, Some(Label::Alone));
        check("2019", 0, None);
    }
}
