// Links in the editor: away from the cursor they show what they lead to; a click or Ctrl+Enter follows them.
import {
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { linkAt, linksIn, targetText, type LinkTarget, type NoteLink } from '../links';

export interface LinkHost {
  /** What a target is called, where known. */
  labelOf: (target: LinkTarget) => string | undefined;
  follow: (target: LinkTarget) => void;
  /** What a link that leads nowhere says on hover. */
  broken: string;
}

/** Sent when labels became known: links are drawn anew. */
export const labelsChanged = StateEffect.define<null>();

class LinkWidget extends WidgetType {
  readonly words: string;
  readonly target: LinkTarget | null;
  readonly host: LinkHost;

  constructor(words: string, target: LinkTarget | null, host: LinkHost) {
    super();
    this.words = words;
    this.target = target;
    this.host = host;
  }

  override eq(other: LinkWidget): boolean {
    const name = (target: LinkTarget | null) => (target ? targetText(target) : '');
    return other.words === this.words && name(other.target) === name(this.target);
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.target
      ? `cm-note-link cm-note-link-${this.target.to}`
      : 'cm-note-link cm-note-link-broken';
    element.textContent = this.words;
    element.setAttribute('role', 'link');
    element.title = this.target ? this.words : this.host.broken;
    const { target } = this;
    if (target) {
      element.addEventListener('mousedown', (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        this.host.follow(target);
      });
    }
    return element;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function wordsOf({ target, words }: NoteLink, source: string, host: LinkHost): string {
  return words ?? (target ? host.labelOf(target) : undefined) ?? source.slice(2, -2);
}

function decorate(state: EditorState, host: LinkHost): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const text = state.doc.toString();
  const touched = ({ from, to }: NoteLink) =>
    state.selection.ranges.some((range) => range.from <= to && range.to >= from);
  for (const link of linksIn(text)) {
    const decoration = touched(link)
      ? Decoration.mark({ class: 'cm-note-link-source' })
      : Decoration.replace({
          widget: new LinkWidget(wordsOf(link, text.slice(link.from, link.to), host), link.target, host),
        });
    builder.add(link.from, link.to, decoration);
  }
  return builder.finish();
}

export function liveLinks(host: LinkHost): Extension {
  const field = StateField.define<DecorationSet>({
    create: (state) => decorate(state, host),
    update: (decorations, transaction) =>
      transaction.docChanged ||
      transaction.selection !== undefined ||
      transaction.effects.some((effect) => effect.is(labelsChanged))
        ? decorate(transaction.state, host)
        : decorations,
    provide: (source) => [
      EditorView.decorations.from(source),
      // One press of an arrow key or of Backspace takes a link as a whole.
      EditorView.atomicRanges.of((view) =>
        view.state.field(source).update({ filter: (_, __, value) => value.spec.widget !== undefined }),
      ),
    ],
  });
  return field;
}

/** Follows the link at the cursor; false when there is none. */
export function followAtCursor(view: EditorView, host: LinkHost): boolean {
  const target = linkAt(view.state.doc.toString(), view.state.selection.main.head)?.target;
  if (!target) return false;
  host.follow(target);
  return true;
}
