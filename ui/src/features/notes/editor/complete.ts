// What `[[…` could mean, offered while one types.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { targetText, unfinishedLink, type LinkTarget } from '../links';

export interface Offer {
  target: LinkTarget;
  label: string;
  /** "article", "milestone" …, shown behind the label. */
  kind: string;
}

export function completeLinks(
  offers: (typed: string) => Promise<Offer[]>,
  chosen: (offer: Offer) => void,
): Extension {
  async function source(context: CompletionContext): Promise<CompletionResult | null> {
    const line = context.state.doc.lineAt(context.pos);
    const open = unfinishedLink(line.text.slice(0, context.pos - line.from));
    if (!open) return null;
    const found = await offers(open.typed);
    const options = found.map((offer, index): Completion => {
      const text = targetText(offer.target);
      return {
        label: offer.label,
        detail: offer.kind,
        boost: -index,
        apply: (view, _completion, from, to) => {
          chosen(offer);
          const closed = view.state.sliceDoc(to, to + 2) === ']]';
          const insert = `${text}]]`;
          view.dispatch({
            changes: { from, to: closed ? to + 2 : to, insert },
            selection: { anchor: from + insert.length },
            userEvent: 'input.complete',
          });
        },
      };
    });
    // The desk has already found and ranked them; filtering again would lose names in another script.
    return { from: line.from + open.from, options, filter: false };
  }
  return autocompletion({ override: [source], icons: false, activateOnTyping: true, closeOnBlur: true });
}
