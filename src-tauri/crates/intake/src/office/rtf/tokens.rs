//! RTF as tokens: groups, control words, and bytes of text.

/// The next thing in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    Open,
    Close,
    /// A control word with its number: `\b0`, `\u-1234`.
    Word(&'b str, Option<i32>),
    /// A control symbol: `\~`.
    Symbol(u8),
    /// A byte of text written in two digits: `\'e0`.
    Hex(u8),
    /// Text up to the next control or end of line.
    Bytes(&'b [u8]),
}

/// Longest control word, in bytes.
const LONGEST: usize = 40;

/// Tokens in their order; never fails, what is garbled is text or passed over.
#[derive(Debug)]
pub(super) struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Passes over raw bytes, as `\bin` announces them.
    pub(super) fn pass(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    fn take(&mut self, count: usize) -> &'b [u8] {
        let (taken, rest) = self.rest.split_at_checked(count).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken
    }

    fn run(&self, is: impl Fn(u8) -> bool) -> usize {
        self.rest.iter().take_while(|&&byte| is(byte)).count()
    }

    /// What stands after a backslash.
    fn control(&mut self) -> Option<Token<'b>> {
        let letters = self.run(|byte| byte.is_ascii_alphabetic());
        if letters == 0 {
            let symbol = *self.take(1).first()?;
            if symbol != b'\'' {
                return Some(Token::Symbol(symbol));
            }
            let digits = self.run(|byte| byte.is_ascii_hexdigit()).min(2);
            let digits = std::str::from_utf8(self.take(digits)).unwrap_or_default();
            return Some(Token::Hex(u8::from_str_radix(digits, 16).unwrap_or(b' ')));
        }
        let word = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(sign).take_while(|byte| byte.is_ascii_digit()).count();
        let number = (digits > 0).then(|| {
            let digits = std::str::from_utf8(self.take(sign + digits)).unwrap_or_default();
            digits.parse().unwrap_or(0)
        });
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        Some(Token::Word(if word.len() > LONGEST { "" } else { word }, number))
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            match self.rest.first()? {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                // Line ends part nothing, and zeros are what some programs fill up with.
                b'\r' | b'\n' | 0 => {
                    let count = self.run(|byte| matches!(byte, b'\r' | b'\n' | 0));
                    self.take(count);
                }
                _ => {
                    let count = self.run(|byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0));
                    return Some(Token::Bytes(self.take(count)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_take_their_numbers_and_one_blank() {
        use Token::{Bytes, Close, Hex, Open, Symbol, Word};
        let tokens: Vec<_> = Tokens::new(b"{\\rtf1\\b0  a\\'E0\\~\\u-10?\r\n\\par}\\").collect();
        assert_eq!(
            tokens,
            [
                Open,
                Word("rtf", Some(1)),
                Word("b", Some(0)),
                Bytes(b" a"),
                Hex(0xe0),
                Symbol(b'~'),
                Word("u", Some(-10)),
                Bytes(b"?"),
                Word("par", None),
                Close,
            ]
        );
    }
}
