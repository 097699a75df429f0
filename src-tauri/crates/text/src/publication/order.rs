//! The order of day and month that an outlet writes: what the analyst said of it settles dates in figures.

use chancery_model::{Alternative, Basis, Confidence, DateOrder, Day, Edtf, Field, Published};

use crate::dates::{Core, expressions, tokens};

/// Id of the rule, kept in the basis of a date that was read by it.
pub const ORDER_RULE: &str = "outlet-date-order";

/// Reads a publication date by the order its outlet writes; `None` where that changes nothing.
///
/// Only a date all of whose words can be read two ways is read again: a day that an address, a machine's stamp or a month's
/// name tells is left alone. What was believed before stays as an alternative. Rule: `outlet-date-order`.
#[must_use]
pub fn in_order(field: &Field<Published>, order: DateOrder) -> Option<Field<Published>> {
    let value = field.value.as_ref()?;
    let day = value.date.only_day()?;
    let stated: Vec<&Basis> = field.basis.iter().filter(|basis| basis.rule != ORDER_RULE).collect();
    let readings = stated.iter().map(|basis| two_ways(&basis.words, day)).collect::<Option<Vec<_>>>()?;
    let (day_first, month_first) = *readings.first()?;
    if readings.iter().any(|other| *other != (day_first, month_first)) {
        return None;
    }
    let wanted = match order {
        DateOrder::DayMonth => day_first,
        DateOrder::MonthDay => month_first,
    };
    let ruled = field.basis.iter().any(|basis| basis.rule == ORDER_RULE);
    if wanted == day && ruled {
        return None;
    }
    let mut basis: Vec<Basis> = stated.into_iter().cloned().collect();
    let first = basis.first()?.clone();
    basis.push(Basis { rule: ORDER_RULE.to_owned(), ..first });
    let mut alternatives = field.alternatives.clone();
    alternatives.retain(|other| other.value.date.only_day() != Some(wanted));
    if wanted != day {
        let believed = Alternative {
            value: value.clone(),
            confidence: Confidence::Low,
            basis: basis.iter().filter(|basis| basis.rule != ORDER_RULE).cloned().collect(),
        };
        alternatives.insert(0, believed);
    }
    let value = Published { date: Edtf::day(wanted), ..value.clone() };
    Some(Field { value: Some(value), confidence: Confidence::High, basis, alternatives })
}

/// Takes the rule back where a date was read by it: the day first, as most write, and only guessed; `None` for other dates.
#[must_use]
pub fn out_of_order(field: &Field<Published>) -> Option<Field<Published>> {
    if !field.basis.iter().any(|basis| basis.rule == ORDER_RULE) {
        return None;
    }
    let mut read = field.clone();
    if let Some(day_first) = in_order(field, DateOrder::DayMonth) {
        read = day_first;
    }
    read.basis.retain(|basis| basis.rule != ORDER_RULE);
    read.confidence = Confidence::Low;
    Some(read)
}

/// The two days that words can mean, of which `day` is one: first with the day before the month, then the other way round.
fn two_ways(words: &str, day: Day) -> Option<(Day, Day)> {
    let mut found = Vec::new();
    expressions(&tokens(words, 0), &mut found);
    let mut either = found.iter().filter_map(|found| match found.core {
        Core::Either { year, first, second } => {
            Some((Day::new(year, second, first)?, Day::new(year, first, second)?))
        }
        _ => None,
    });
    either.find(|(one, other)| one != other && (*one == day || *other == day))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chancery_model::Place;

    fn field(date: &str, words: &[&str]) -> Field<Published> {
        let date = Edtf::parse(date).unwrap();
        let basis = |words: &&str| Basis {
            words: (*words).to_owned(),
            place: Place::Metadata,
            rule: "day-or-month-first".to_owned(),
        };
        Field {
            value: Some(Published { date, time: None, zone: None }),
            confidence: Confidence::Low,
            basis: words.iter().map(basis).collect(),
            alternatives: Vec::new(),
        }
    }

    fn read(date: &str, words: &[&str], order: DateOrder) -> Option<String> {
        Some(in_order(&field(date, words), order)?.value?.date.to_string())
    }

    #[test]
    fn figures_are_read_in_the_order_of_the_outlet() {
        use DateOrder::{DayMonth, MonthDay};
        for words in ["Опубликовано: 03/11/2021", "Апублікавана 03/11/2021 у 10:15", "Posted: 03/11/2021"]
        {
            assert_eq!(read("2021-11-03", &[words], MonthDay).as_deref(), Some("2021-03-11"), "{words}");
            assert_eq!(read("2021-11-03", &[words], DayMonth).as_deref(), Some("2021-11-03"), "{words}");
        }
    }

    #[test]
    fn a_day_that_is_told_otherwise_or_has_one_reading_is_left_alone() {
        let month_first = |words: &[&str]| read("2021-11-03", words, DateOrder::MonthDay);
        assert_eq!(month_first(&["03/11/2021", "2021-11-03T10:00"]), None);
        assert_eq!(month_first(&["3 ноября 2021"]), None);
        assert_eq!(month_first(&["03.11.2021"]), None, "with dots the day stands first everywhere");
        assert_eq!(read("2021-11-23", &["23/11/2021"], DateOrder::MonthDay), None);
    }

    #[test]
    fn the_reading_given_up_stays_and_can_be_returned_to() {
        let turned = in_order(&field("2021-11-03", &["03/11/2021"]), DateOrder::MonthDay).unwrap();
        assert_eq!(turned.confidence, Confidence::High);
        assert_eq!(turned.alternatives[0].value.date.to_string(), "2021-11-03");
        assert_eq!(in_order(&turned, DateOrder::MonthDay), None);
        let back = in_order(&turned, DateOrder::DayMonth).unwrap();
        assert_eq!(back.value.unwrap().date.to_string(), "2021-11-03");
        assert_eq!(back.alternatives.len(), 1);
        let free = out_of_order(&turned).unwrap();
        assert_eq!(free.value.as_ref().unwrap().date.to_string(), "2021-11-03");
        assert_eq!((free.confidence, free.basis.len()), (Confidence::Low, 1));
        assert_eq!(out_of_order(&free), None);
    }
}
