# Headings and fixed words of exported briefings. Read by the Rust crate `briefing`; keys are the same in all three files.

## Marks
doc-quote-open = “
doc-quote-close = ”
doc-join = { $first }, { $second }

## The head
doc-date = Date
doc-audience = For
doc-dossier = Dossier
doc-handling = Handling
doc-tlp-red = for the named recipients only
doc-tlp-amber-strict = for the recipients’ organisation only
doc-tlp-amber = for the recipients’ organisation and its clients
doc-tlp-green = for the community, not for publication
doc-tlp-clear = may be passed on freely

## Headings
doc-key-points = Key points
doc-timeline = Timeline
doc-register = Milestone register
doc-quotations = Quoted passages
doc-sources = Sources
doc-note = Analyst’s note
doc-note-untitled = Untitled note
doc-untitled = Untitled

## Where there is nothing
doc-empty = This briefing has no content yet.
doc-empty-key-points = No evidence has been accepted for these milestones, so there are no key points.
doc-empty-timeline = There is no dated milestone to draw.
doc-empty-register = There are no milestones to list.
doc-empty-quotations = There are no passages to quote.
doc-empty-note = This note is empty.
doc-empty-sources = No source is cited.

## What a line rests on
doc-judgement = no passage: analyst’s judgement
doc-judgement-reason = no passage: analyst’s judgement — { $reason }
doc-judgement-short = judgement
doc-judgement-bundled = no passage: judgement bundled with the dossier, not made by this analyst
doc-judgement-bundled-reason = no passage: judgement bundled with the dossier, not made by this analyst — { $reason }
doc-judgement-bundled-short = bundled judgement
doc-disputed = disputed by
doc-against = evidence against
doc-mention = mentioned only
doc-supports = Supports: { $milestone }
doc-contradicts = Contradicts: { $milestone }
doc-mentions = Mentions: { $milestone }
doc-quotation = Quotation { $number }
doc-see-quotation = quotation { $number }
doc-timeline-parts = { $milestone }, including: { $parts }
doc-timeline-more = { $parts } … (+{ $number })

## The register
doc-milestone = Milestone
doc-when = Date
doc-who = Who
doc-status = Status
doc-source-numbers = Sources
doc-since = since { $date }
doc-status-or-kind = Status or kind
doc-kind = Kind
doc-kind-treaty = treaty
doc-kind-decision = decision
doc-kind-working-group = working group
doc-kind-roadmap = roadmap
doc-kind-negotiation = talks
doc-kind-deadline = deadline
doc-kind-statement = statement
doc-kind-implementation = carried out
doc-kind-external-event = outside event
doc-who-role = { $name } ({ $role })
doc-status-not-begun = not begun
doc-status-begun = begun
doc-status-partly = partly done
doc-status-done = done
doc-status-on-hold = on hold
doc-status-withdrawn = withdrawn
doc-role-promised = promised
doc-role-decided = decided
doc-role-claimed = claimed
doc-role-agreed = agreed
doc-role-announced = announced
doc-lineage-became = → became: { $title }
doc-lineage-split-into = → split into: { $title }
doc-lineage-merged-into = → merged into: { $title }
doc-lineage-renamed = → now called: { $title }
doc-lineage-superseded-by = → superseded by: { $title }
doc-lineage-withdrawn = → withdrawn by: { $title }
doc-lineage-from-became = ← came out of: { $title }
doc-lineage-from-split-into = ← split off from: { $title }
doc-lineage-from-merged-into = ← merged from: { $title }
doc-lineage-from-renamed = ← formerly: { $title }
doc-lineage-from-superseded-by = ← supersedes: { $title }
doc-lineage-from-withdrawn = ← withdraws: { $title }

## Sources
doc-sources-legend = Numbers in brackets lead to these sources. What carries no number is a judgement: the analyst’s own, or, where it says so, one bundled with the dossier which the analyst has not confirmed. The SHA-256 is the fingerprint of the original kept in the dossier.
doc-date-unknown = date unknown
doc-shortened = Shortened on these pages: words of more than { $number } letters, and titles that fill more than a few lines, end in “…”. The other formats have them whole.
doc-outlet-unknown = outlet unknown
doc-captured = captured { $date }
doc-grade = source grade { $grade }
doc-evidence-bundled = evidence from the bundled dossier
doc-evidence-partly-bundled = evidence partly from the bundled dossier
doc-back = Back to where it is cited
doc-language-en = English
doc-language-ru = Russian
doc-language-be = Belarusian
doc-language-uk = Ukrainian

## Dates. `-of` is the genitive Russian and Belarusian want after most prepositions, `-acc` the accusative; in `circa` to
## `onwards`, $of and $acc have them.
doc-date-year = { $year }
doc-date-year-of = { $year }
doc-date-year-bc = { $year }{"\u00A0"}BC
doc-date-year-bc-of = { $year }{"\u00A0"}BC
doc-date-decade = { $year }s
doc-date-decade-of = { $year }s
doc-date-years = { $from }–{ $to }
doc-date-years-bc = { $from }–{ $to }{"\u00A0"}BC
doc-date-year-unknown = (year unknown)
doc-date-month = { $month } { $year }
doc-date-day = { $day } { $month } { $year }
doc-date-month-unknown = { $date } (month unknown)
doc-date-day-unknown = { $date } (day unknown)
doc-date-circa = c.{"\u00A0"}{ $date }
doc-date-roughly = { $date } (approximately)
doc-date-inferred = { $date } (inferred)
doc-date-uncertain = { $date } (?)
doc-date-range = { $from } – { $to }
doc-date-by = by { $date }
doc-date-until = until { $date }
doc-date-from = from { $date }
doc-date-onwards = from { $date } onwards
doc-month-1 = January
doc-month-1-of = January
doc-month-2 = February
doc-month-2-of = February
doc-month-3 = March
doc-month-3-of = March
doc-month-4 = April
doc-month-4-of = April
doc-month-5 = May
doc-month-5-of = May
doc-month-6 = June
doc-month-6-of = June
doc-month-7 = July
doc-month-7-of = July
doc-month-8 = August
doc-month-8-of = August
doc-month-9 = September
doc-month-9-of = September
doc-month-10 = October
doc-month-10-of = October
doc-month-11 = November
doc-month-11-of = November
doc-month-12 = December
doc-month-12-of = December
doc-month-21 = spring
doc-month-21-of = spring
doc-month-21-acc = spring
doc-month-22 = summer
doc-month-22-of = summer
doc-month-22-acc = summer
doc-month-23 = autumn
doc-month-23-of = autumn
doc-month-23-acc = autumn
doc-month-24 = winter
doc-month-24-of = winter
doc-month-24-acc = winter
