// What merging or removing a topic does, in words; what is nothing is not said.
import { t } from '$lib/i18n';
import type { FoldDto } from '$lib/ipc/generated/FoldDto';
import type { MergedDto } from '$lib/ipc/generated/MergedDto';
import type { RemovedTopicDto } from '$lib/ipc/generated/RemovedTopicDto';

const said = (lines: (string | false)[]) => lines.filter((line): line is string => line !== false);

function foldLines(fold: FoldDto, into: string): (string | false)[] {
  return [
    fold.newlyTagged > 0 && t('fold-newly-tagged', { number: fold.newlyTagged, topic: into }),
    fold.follow - fold.newlyTagged > 0 &&
      t('fold-follow', { number: fold.follow - fold.newlyTagged, topic: into }),
    fold.yieldTo > 0 && t('fold-yield', { number: fold.yieldTo, topic: into }),
    fold.replaced > 0 && t('fold-replaced', { number: fold.replaced, topic: into }),
    fold.reopened > 0 && t('fold-reopened', { number: fold.reopened, topic: into }),
    fold.codings > 0 && t('fold-codings', { number: fold.codings }),
    fold.samePassage > 0 && t('fold-same-passage', { number: fold.samePassage }),
  ];
}

export function mergeLines(merged: MergedDto, from: string, into: string): string[] {
  return said([
    ...foldLines(merged.fold, into),
    merged.terms.length > 0 && t('merge-terms', { number: merged.terms.length, topic: into }),
    merged.sameTerms > 0 && t('merge-same-terms', { number: merged.sameTerms, topic: into }),
    merged.notes > 0 && t('merge-notes', { number: merged.notes, topic: into }),
    merged.children > 0 && t('merge-children', { number: merged.children, topic: into }),
    t('merge-gone', { topic: from }),
  ]);
}

export function removeLines(removed: RemovedTopicDto, topic: string, into: string | null): string[] {
  const { fold } = removed;
  return said([
    ...(fold && into !== null ? foldLines(fold, into) : []),
    !fold && removed.rejected > 0 && t('remove-rejected', { number: removed.rejected }),
    removed.notes > 0 &&
      (into === null
        ? t('remove-notes', { number: removed.notes })
        : t('merge-notes', { number: removed.notes, topic: into })),
    removed.children > 0 && t('remove-children', { number: removed.children }),
    t('remove-gone', { topic }),
  ]);
}
