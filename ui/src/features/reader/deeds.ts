// What one does with an article and its passages.
import { copyText } from '$lib/clipboard';
import { t } from '$lib/i18n';
import { call, chooseTarget } from '$lib/ipc';
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import { toast } from '$lib/kit/toasts.svelte';
import { go } from '$lib/nav';
import { perform, showError } from '$lib/operations';
import type { Span } from '$lib/text/positions';

async function attempt(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (thrown) {
    showError(thrown);
  }
}

/** Begins a note on the passage, with its words as a quotation, and goes there. */
export async function noteOn(article: ArticleDto, span: Span, words: string): Promise<void> {
  const quotation = words.split('\n').filter(Boolean).join('\n> ');
  const done = await perform('note_add', {
    title: t('note-title-on', { title: article.title }),
    markdown: `> ${quotation}\n\n`,
    about: { to: 'passage', article: article.id, span },
  });
  if (done) go('notes', done.value);
}

export function copyCited(article: number, span: Span): Promise<void> {
  return attempt(async () => {
    await copyText(call('cite', { article, span }));
    toast(t('passage-cited'));
  });
}

export function openOriginal(id: number): Promise<void> {
  return attempt(() => call('original_open', { id }));
}

export function saveOriginal(article: ArticleDto): Promise<void> {
  return attempt(async () => {
    const path = await chooseTarget({
      title: t('command-save-original'),
      defaultPath: article.original.fileName,
    });
    if (path) await call('original_save', { article: article.id, path });
  });
}

export async function moveToBin(id: number): Promise<void> {
  await perform('articles_remove', { ids: [id] });
}

export async function putBack(id: number): Promise<void> {
  await perform('articles_restore', { ids: [id] });
}
