// The names of this dossier that a field of the query can be completed to; read when one is first typed.
import { inWords, topics } from '$lib/desk.svelte';
import { count, t, tryT } from '$lib/i18n';
import { call, query } from '$lib/ipc';
import { FIELDS, fitting, HAD, type Offer, type Typing } from './completion';

/** What fits what is being typed. */
export function offers(typing: () => Typing | null): { readonly list: readonly Offer[] } {
  const field = $derived(typing()?.field ?? null);
  const outlets = query(['outlets', 'articles', 'dossier'], () =>
    field === 'outlet' ? call('outlets') : null,
  );
  const facets = query(['articles', 'dossier'], () =>
    field === 'lang' ? call('article_facets', { stories: false }) : null,
  );
  const register = query(['milestones', 'dossier'], () => (field === 'milestone' ? call('register') : null));

  const all = $derived.by((): readonly Offer[] => {
    switch (field) {
      case 'topic':
      case 'tag':
        return topics().map(({ slug, label }) => ({
          value: slug,
          label: inWords(label),
          also: [label.en, label.ru ?? '', label.be ?? ''].filter(Boolean),
        }));
      case 'outlet':
        return (outlets.data ?? []).map(({ name, names, domain, articles }) => ({
          value: name,
          label: name,
          note: count(articles),
          also: [...names, domain].filter(Boolean),
        }));
      case 'lang':
        return (facets.data?.languages ?? []).map(({ code, count: number }) => ({
          value: code,
          label: tryT(`language-${code}`) ?? code,
          note: count(number),
        }));
      case 'has':
        return HAD.map((value) => ({ value, label: t(`search-has-${value}`) }));
      case 'milestone':
        return (register.data?.milestones ?? []).map(({ slug, id, title, date }) => ({
          value: slug || String(id),
          label: inWords(title),
          note: date,
        }));
      case 'after':
      case 'before':
      case 'on':
        return [];
      case null:
        return FIELDS.map((value) => ({ value, label: t(`search-field-${value}`) }));
    }
  });
  const list = $derived.by(() => {
    const now = typing();
    if (!now) return [];
    // A field's own name is offered by that name only: what is said of it is no word to find it by.
    const named = all.filter(({ value }) => now.field !== null || value.startsWith(now.typed.toLowerCase()));
    return now.field === null ? named : fitting(named, now.typed);
  });
  return {
    get list() {
      return list;
    },
  };
}
