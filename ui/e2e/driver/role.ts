/** Finding by role and accessible name, inside the page: what a screen reader would be told, near enough for tests. */

interface NamePattern {
  exact?: string;
  source?: string;
  flags?: string;
}

// It is sent to the page as text, so it may use nothing from outside itself.
function find(
  role: string,
  pattern: NamePattern | null,
  within: globalThis.Element | null,
): globalThis.Element[] {
  const implied: Record<string, string> = {
    article: 'article',
    banner: 'header',
    button: 'button, summary, input[type=button], input[type=submit]',
    cell: 'td',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    complementary: 'aside',
    dialog: 'dialog[open]',
    form: 'form',
    heading: 'h1, h2, h3, h4, h5, h6',
    img: 'img[alt], svg[aria-label]',
    link: 'a[href]',
    list: 'ul, ol',
    listitem: 'li',
    main: 'main',
    navigation: 'nav',
    option: 'option',
    radio: 'input[type=radio]',
    region: 'section[aria-label], section[aria-labelledby]',
    row: 'tr',
    search: 'search',
    searchbox: 'input[type=search]',
    slider: 'input[type=range]',
    table: 'table',
    textbox: 'input:not([type]), input[type=text], textarea, [contenteditable=true]',
  };
  const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: globalThis.Element): string => {
    const ids = element.getAttribute('aria-labelledby');
    if (ids !== null) {
      return tidy(
        ids
          .split(/\s+/)
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      );
    }
    const label = tidy(element.getAttribute('aria-label'));
    if (label !== '') return label;
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      const labels = tidy([...(element.labels ?? [])].map((one) => one.textContent).join(' '));
      if (labels !== '') return labels;
      const hint = element.getAttribute('placeholder') ?? element.getAttribute('title');
      return tidy(
        hint ??
          (element instanceof HTMLInputElement && /button|submit/.test(element.type) ? element.value : ''),
      );
    }
    const text = tidy(element instanceof HTMLElement ? element.innerText : element.textContent);
    if (text !== '') return text;
    return tidy(element.getAttribute('alt') ?? element.getAttribute('title'));
  };
  const hidden = (element: globalThis.Element): boolean =>
    element.closest('[aria-hidden=true], [hidden], [inert]') !== null ||
    element.getClientRects().length === 0;
  const matches = (name: string): boolean => {
    if (pattern === null) return true;
    if (pattern.exact !== undefined) return name === tidy(pattern.exact);
    return new RegExp(pattern.source ?? '', pattern.flags).test(name);
  };
  const native = implied[role];
  const selector = native === undefined ? `[role=${role}]` : `[role=${role}], :is(${native}):not([role])`;
  // Open shadow roots count: the note editor lives in one.
  const below = (root: ParentNode): globalThis.Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((one) =>
      one.shadowRoot === null ? [] : below(one.shadowRoot),
    ),
  ];
  return below(within ?? document).filter((element) => !hidden(element) && matches(nameOf(element)));
}

export const roleInPage = find.toString();
