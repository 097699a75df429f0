// How Markdown looks while it is written: the typeface of articles, marks kept quiet.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'var(--reading)', overflow: 'auto' },
  '.cm-content': {
    maxWidth: '70ch',
    margin: '0 auto',
    padding: '4px 24px 96px',
    caretColor: 'var(--ink)',
    userSelect: 'text',
    cursor: 'text',
  },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '1.5px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-note-link': {
    color: 'var(--accent)',
    textDecoration: 'underline',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
    cursor: 'pointer',
  },
  '.cm-note-link-passage::before': { content: '"“"' },
  '.cm-note-link-passage::after': { content: '"”"' },
  '.cm-note-link-broken': { color: 'var(--quiet)', textDecorationStyle: 'dashed', cursor: 'default' },
  '.cm-note-link-source': { fontFamily: 'var(--font-code)', fontSize: '0.8em', color: 'var(--accent)' },
  '.cm-tooltip': {
    border: '0',
    borderRadius: 'var(--radius)',
    background: 'var(--raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '280px', padding: '4px', font: 'var(--ui)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    maxWidth: '460px',
    padding: '5px 8px',
    borderRadius: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--selected-strong)',
    color: 'var(--ink)',
  },
  '.cm-completionLabel': { flex: '1', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionDetail': { marginLeft: '0', color: 'var(--quiet)', fontStyle: 'normal' },
});

const marks = HighlightStyle.define([
  { tag: tags.heading1, font: 'var(--title)' },
  { tag: tags.heading2, font: 'var(--subtitle)' },
  { tag: tags.heading, fontWeight: 'var(--w-strong)' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.quote, color: 'var(--quiet)' },
  { tag: tags.monospace, fontFamily: 'var(--font-code)', fontSize: '0.85em' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: 'var(--quiet)' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
]);

export const theme: Extension = [look, syntaxHighlighting(marks)];
