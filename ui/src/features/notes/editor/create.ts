// The Markdown editor: CodeMirror in a shadow root, where its styles are adopted sheets and need no inline style.
import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { markdown, markdownKeymap } from '@codemirror/lang-markdown';
import { EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { completeLinks, type Offer } from './complete';
import { followAtCursor, labelsChanged, liveLinks, type LinkHost } from './live-links';
import { theme } from './theme';

export interface EditorOptions extends LinkHost {
  text: string;
  label: string;
  placeholder: string;
  onchange: (text: string) => void;
  offers: (typed: string) => Promise<Offer[]>;
  chosen: (offer: Offer) => void;
  /** Ctrl+Z with nothing left to undo in the field is the dossier's. */
  undoBeyond: () => void;
  redoBeyond: () => void;
}

export interface Editor {
  /** Replaces the text without a step in the field's own history. */
  replace: (text: string) => void;
  relabel: () => void;
  focus: () => void;
  destroy: () => void;
}

export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  let replacing = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history({ newGroupDelay: 700 }),
        drawSelection(),
        markdown(),
        EditorView.lineWrapping,
        liveLinks(options),
        completeLinks(options.offers, options.chosen),
        placeholder(options.placeholder),
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'true', lang: '' }),
        keymap.of([
          { key: 'Mod-Enter', run: (target) => followAtCursor(target, options) },
          {
            key: 'Mod-z',
            run: (target) => {
              if (!undo(target)) options.undoBeyond();
              return true;
            },
          },
          {
            key: 'Mod-Shift-z',
            run: (target) => {
              if (!redo(target)) options.redoBeyond();
              return true;
            },
          },
          ...completionKeymap,
          ...markdownKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !replacing) options.onchange(update.state.doc.toString());
        }),
        theme,
      ],
    }),
  });
  return {
    replace(text) {
      replacing = true;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: Transaction.addToHistory.of(false),
      });
      replacing = false;
    },
    relabel: () => view.dispatch({ effects: labelsChanged.of(null) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
