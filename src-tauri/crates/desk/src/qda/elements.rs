//! Elements of a project as programs write them: with or without namespace, attributes in one spelling or another.

use roxmltree::Node;

/// The children of a name.
pub(super) fn each<'d, 'i: 'd>(node: Node<'d, 'i>, name: &'static str) -> impl Iterator<Item = Node<'d, 'i>> {
    // By the local name: the namespace was 0.4 before it was 1.0, and some programs leave it out.
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// An attribute by its name; programs differ in capitals.
pub(super) fn value(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.attributes().find(|one| one.name().eq_ignore_ascii_case(name)).map(|one| one.value().to_owned())
}

pub(super) fn position(node: Node<'_, '_>, name: &str) -> Option<usize> {
    value(node, name)?.trim().parse().ok()
}

/// An id as it can be compared.
pub(super) fn guid(node: Node<'_, '_>) -> String {
    plain(&value(node, "guid").unwrap_or_default())
}

pub(super) fn plain(id: &str) -> String {
    id.trim().trim_matches(['{', '}']).to_ascii_lowercase()
}
