//! Names of people and bodies: from the order lists sort them in to the order they are said in.

/// "Lee, Ann" → "Ann Lee", "van der Berg, Jr., Jan" → "Jan van der Berg Jr."; what has no comma stays.
pub(super) fn said(name: &str) -> String {
    let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [last, first] => format!("{first} {last}"),
        [last, second, first] if is_suffix(first) && !is_suffix(second) => format!("{second} {last} {first}"),
        [last, suffix, first] => format!("{first} {last} {suffix}"),
        _ => parts.join(", "),
    }
}

fn is_suffix(part: &str) -> bool {
    let part = part.trim_end_matches('.');
    ["jr", "sr", "ii", "iii", "iv", "phd", "md"].contains(&part.to_lowercase().as_str())
}

/// Several names in one field, parted by semicolons.
pub(super) fn semicolons(names: &str) -> Vec<String> {
    names.split(';').map(said).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_put_in_the_order_they_are_said() {
        assert_eq!(said("Lee, Ann"), "Ann Lee");
        assert_eq!(said("Shi,Yu "), "Yu Shi");
        assert_eq!(said("Петрова, Анна Ивановна"), "Анна Ивановна Петрова");
        assert_eq!(said("Ford, Jr., Henry"), "Henry Ford Jr.");
        assert_eq!(said("Ford, Henry, Jr."), "Henry Ford Jr.");
        assert_eq!(said("United Nations,"), "United Nations");
        assert_eq!(said("Алесь Кавалёк"), "Алесь Кавалёк");
        assert_eq!(semicolons("Lee, A.; Roe, B.; "), ["A. Lee", "B. Roe"]);
    }
}
