// A sentence as it is drawn: its date, its cues, and the words between.
import type { ProposedPassageDto } from '$lib/ipc/generated/ProposedPassageDto';
import { Positions } from '$lib/text/positions';

export interface Piece {
  text: string;
  /** `date`, a cue's id, or none. */
  mark: string | null;
}

/** The date goes before cues, and of cues that overlap the first. */
export function piecesOf({
  exact,
  dateSpan,
  cues,
}: Pick<ProposedPassageDto, 'exact' | 'dateSpan' | 'cues'>): Piece[] {
  const positions = new Positions(exact);
  const date = { ...positions.spanToUtf16(dateSpan), mark: 'date' };
  const others = cues
    .map(({ id, span }) => ({ ...positions.spanToUtf16(span), mark: id }))
    .filter(({ start, end }) => end <= date.start || start >= date.end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, mark } of [...others, date].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: exact.slice(at, start), mark: null });
    pieces.push({ text: exact.slice(start, end), mark });
    at = end;
  }
  if (at < exact.length) pieces.push({ text: exact.slice(at), mark: null });
  return pieces;
}
