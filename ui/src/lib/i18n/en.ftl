# Words of Chancery in English. The interface, the menu, the command line and the headings of briefings read this file.
# After adding a message run `npm run i18n`. Keys: area, then what; op-* and error-* are put together at run time.

## The application

app-name = Chancery
window-title = { $dossier } — Chancery

## Sections

section-overview = Overview
section-articles = Articles
section-milestones = Milestones
section-topics = Topics
section-outlets = Outlets
section-notes = Notes
section-briefings = Briefings
section-imports = Imports
section-look = To look at
section-search = Search
section-settings = Settings
section-to-review = To review
section-bin = Bin
sections = Sections
sidebar-collapse = Fold the sidebar
sidebar-expand = Unfold the sidebar
no-dossier-title = No dossier is open
no-dossier-text = Open a dossier, or begin a new one. The bundled dossier on the Union State can be opened again at any time.
no-dossier-open = Open a dossier…
no-dossier-new = New dossier…
no-dossier-bundled = Open the bundled dossier
newer-bundled = A newer bundled dossier came with this version. Your copy stays as it is.
newer-bundled-open = Open it as a copy

## Buttons and states everywhere

back = Back
cancel = Cancel
try-again = Try again
close = Close
dismiss = Dismiss
undo = Undo
redo = Redo
remove = Remove
restore = Restore
loading = Loading
copy-details = Copy details
copied = Copied
progress-of = { $done } of { $total }
progress-remaining = about { $seconds } s left
progress-remaining-minutes = about { $minutes } min left
progress-remaining-hours = about { $hours } h { $minutes ->
    [0] left
   *[other] { $minutes } min left
}
progress-rate = { $rate } files/s
undone = Undone: { $operation }
redone = Redone: { $operation }
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
pane-resize-list = Width of the list
pane-resize-inspector = Width of the inspector
inspector = Inspector

## Commands and the palette

palette = Commands
palette-placeholder = What do you want to do?
palette-nothing = No command has these words.
keyboard-help = Keyboard
group-go = Go
group-view = View
group-dossier = Dossier
group-article = Article
group-topics = Topics
group-edit = Edit
command-palette = Show all commands
command-keyboard-help = Show the keyboard map
command-tour = Show the tour
command-toggle-inspector = Show or hide the inspector
command-close-drawer = Close the drawer
command-toggle-list = Show or hide the list
command-toggle-sidebar = Fold or unfold the sidebar
command-search = Search
command-back = Back
command-forward = Forward
command-undo = Undo the last operation
command-redo = Redo
command-theme-system = Light or dark as the system
command-theme-light = Light
command-theme-dark = Dark
command-import = Import files…
command-import-folder = Import a folder…
command-import-paste = Paste an article…
command-import-watch = Watch a folder…
command-import-new = New import
command-import-next = Next import
command-import-previous = Previous import
command-import-resume = Resume the import
command-import-retry-all = Read all refused files again
command-import-file-open = Open the article of the file in focus
command-import-file-retry = Read the file in focus again
command-open-dossier = Open a dossier…
command-new-dossier = New dossier…
command-backup = Back up the dossier…
command-index-anew = Make the search index anew
command-bundled = Open the bundled dossier
backed-up = Backed up to { $path }
command-next-article = Next article
command-previous-article = Previous article
command-accept = Accept the suggestion in focus
command-reject = Reject the suggestion in focus
command-find = Find in the article
command-sentence = Select the next sentence
command-sentence-extend = Select one more sentence
command-note = Note on the selected passage
command-milestone = Attach the selected passage to a milestone
command-cite = Copy the selected passage with its citation
command-remove-article = Move the article to the bin
command-open-original = Open the original
command-save-original = Save the original as…
command-clear-filters = Clear the filters
theme = Light or dark
theme-system = As the system
theme-light = Light
theme-dark = Dark
search-placeholder = Search articles

## The tour of the first start

tour-step = { $at } of { $of }
tour-leave = Leave the tour
tour-next = Next
tour-back = Back
tour-end = Begin
tour-overview-title = One file, one subject
tour-overview-text = This dossier came with Chancery: five articles on the Union State of Belarus and Russia. Here is how far things have come and what waits for you. Every figure leads to the passages behind it.
tour-articles-title = Read and judge
tour-articles-text = Open an article. The topics it may belong to stand beside it, each with the words that speak for it: A accepts, R rejects. Select a passage to note something (N) or to make it evidence (M).
tour-milestones-title = What happened, and what proves it
tour-milestones-text = Milestones stand on a time axis and in a register. A dashed ring says that a date is about or inferred. Beside the chosen one are the passages for and against it.
tour-briefings-title = Out to the reader
tour-briefings-text = A briefing is made of blocks: key points, timeline, register, quotations, your notes. It is set as you write, and every sentence leads back to its source.
tour-own-title = Now yours
tour-own-text = Import articles into this dossier, or begin a new one. Everything you do can be undone, nothing leaves this machine, and Ctrl+K (⌘K) finds every command, this tour too.


## Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-circa = c. { $date }
date-inferred = { $date } (inferred)
date-uncertain = { $date } (uncertain)
date-by = by { $date }
date-since = since { $date }
date-range = { $start } – { $end }
date-decade = { $year }s
date-century = century from { $year }
date-month-unknown = { $year }, month unknown
date-day-unknown = { $month }, day unknown
date-spring = spring { $year }
date-summer = summer { $year }
date-autumn = autumn { $year }
date-winter = winter { $year }
date-part = { $number ->
        [1] first
        [2] second
        [3] third
       *[other] fourth
    } { $piece ->
        [quarter] quarter
        [third] third
       *[other] half
    } of { $year }
date-or = { $others } or { $last }
date-undated = undated
time-at = { $date }, { $time }
time-zone-unknown = { $time }, zone unknown

## Languages

language-en = English
language-ru = Russian
language-be = Belarusian
language-uk = Ukrainian
language-pl = Polish
language-de = German
language-fr = French
language-paragraphs = { $number ->
    [one] { $count } paragraph { $language }
   *[other] { $count } paragraphs { $language }
}

## Status of milestones

status-not-begun = not begun
status-begun = begun
status-partly = partly
status-done = done
status-on-hold = on hold
status-withdrawn = withdrawn

## Fields and their basis

field-title = Title
field-outlet = Outlet
field-byline = Byline
field-dateline = Dateline
field-published = Published
field-language = Language
field-modified = Changed
field-url = Address
field-section = Section
field-unknown = not known
field-use-this = Use this
field-edit = Correct: { $field }
field-hint-date = A date as 2021-09-10, 2021-09, 2021-02-11~ or 1999
field-hint-language = A language by its code: en, ru, be
field-by-analyst = set by you
field-needs-a-look = Needs a look
field-alternatives = { $number ->
    [one] one other reading
   *[other] { $count } other readings
}
field-alternatives-hide = hide
confidence-high = certain
confidence-medium = likely
confidence-low = uncertain
place-text = in the text
place-title = in the title
place-metadata = in the file’s metadata
place-url = in the address
place-file = in the file
place-batch = from the articles read with it
place-analyst = entered by you
origin = { $place } · { $rule }
rule-dateline = the dateline
rule-posted-line = the line that says when it was posted
rule-day-month = day and month named
rule-weekday-fits-year = the year in which the weekday fits
rule-lead-day = the day named in the lead
rule-years-named = years named in the text
rule-dated-lead = the date in the lead
rule-nearest-in-batch = nearest to the surely dated articles read with it
rule-letters = letters only this language has
rule-trigrams = how often letters follow each other
rule-first-line = the first line
rule-first-line-of-body = the first line of the article
rule-heading = the heading
rule-first-heading = the first heading
rule-title-style = the paragraph styled as title
rule-og-title = the title given for sharing (Open Graph)
rule-meta-title = the title among the page’s properties
rule-page-title = the page’s title
rule-linked-data = the page’s structured data (JSON-LD)
rule-microdata = the page’s marked-up data (microdata)
rule-canonical = the address the page gives as its own
rule-saved-from = the address it was saved from
rule-web-archive = the address in the web archive
rule-address = the address named with it
rule-address-of-site = the site’s address
rule-dated-address = the date in its address
rule-day-in-title = the day in the title
rule-page-language = the language the page states
rule-json-ld-published = the day of publication in its structured data
rule-json-ld-created = the day of making in its structured data
rule-json-ld-uploaded = the day of uploading in its structured data
rule-json-ld-modified = the day of change in its structured data
rule-meta-published = the day of publication among its properties
rule-meta-created = the day of making among its properties
rule-meta-date = a date among its properties
rule-meta-modified = the day of change among its properties
rule-meta-section = the section among its properties
rule-microdata-published = the day of publication in its marked-up data
rule-microdata-created = the day of making in its marked-up data
rule-microdata-date = a date in its marked-up data
rule-microdata-modified = the day of change in its marked-up data
rule-time-element = an element that gives a time
rule-script-data = data in the page’s scripts
rule-updated-line = the line that says when it was updated
rule-day-of-its-zone = the day where it was written, not in Greenwich
rule-meta-author = the author among the page’s properties
rule-linked-person = a person in the page’s structured data
rule-author-link = a link to the author
rule-byline-element = an element named as byline
rule-byline = the byline
rule-name-with-date = the name beside the date
rule-signature = the signature below the text
rule-site-name = the site’s name
rule-site-in-share-line = the site named where it asks to be shared
rule-agency-in-dateline = the agency in the dateline
rule-source-line = the line that names the source
rule-copyright-line = the line of copyright
rule-front-matter = the head of the Markdown file
rule-document-properties = the properties of the document
rule-book-metadata = the metadata of the book
rule-pdf-title = the title among the PDF’s properties
rule-pdf-author = the author among the PDF’s properties
rule-pdf-largest = the largest type of the first page
rule-pdf-foot = the address at the page’s foot
rule-subject = the subject of the mail
rule-sender = the sender of the mail
rule-newsletter = the name of the mailing list
rule-mail-date = the date of the mail
rule-mail-language = the language the mail states
rule-feed = the feed’s entry
rule-json-lines = the line of the JSON Lines file
rule-ris = the RIS record
rule-bibtex = the BibTeX entry
rule-csl-json = the CSL-JSON entry
rule-zotero-rdf = the Zotero RDF item
rule-nbib = the PubMed record
rule-enw = the EndNote record
rule-isi = the Web of Science record
rule-inspec = the Inspec record
rule-biblioscape = the Biblioscape record
rule-copac = the Copac record
rule-endnote-xml = the EndNote XML record
rule-mods = the MODS record
rule-marc-xml = the MARC record
rule-pubmed-xml = the PubMed XML record
rule-word-xml = the Word source list’s entry

## Articles

articles-list = Articles
articles-count = { $number ->
    [one] one article
   *[other] { $count } articles
}
articles-marked = { $number ->
    [one] one marked
   *[other] { $count } marked
}
articles-empty-title = No articles yet
articles-empty-text = Drop files or a folder here, or import them. Text, HTML, PDF, Word and mail are read; every original is kept.
articles-none-match-title = No article matches
articles-none-match-text = None of the articles passes all the filters.
articles-pick-title = Nothing is open
articles-pick-text = Choose an article on the left. J and K go to the next and the previous one.
articles-import = Import…
articles-clear-filters = Clear filters
articles-untitled = Untitled
articles-no-outlet = outlet unknown
articles-sort = Order
sort-newest = Newest first
sort-oldest = Oldest first
sort-title = Title
sort-captured = Last imported
sort-relevance = Best match
filter = Filter
filter-topic = Topic
filter-outlet = Outlet
filter-language = Language
filter-review = Review
filter-stories = Each story once
filter-any-topic = Any topic
filter-remove = Remove the filter { $name }
review-needs-a-look = Needs a look
review-to-review = To review
review-reviewed = Reviewed
marked-tag = Tag…
marked-remove = Move to bin
marked-clear = Unmark all
row-suggestions = { $number ->
    [one] one suggestion to review
   *[other] { $count } suggestions to review
}
row-copies = { $number ->
    [one] one other article tells the same
   *[other] { $count } other articles tell the same
}
row-is-copy = a copy or reprint: an earlier article tells the same
row-copy = copy
row-copies-short = { $number ->
    [one] one copy
   *[other] { $count } copies
}
row-needs-a-look = a field needs a look
row-evidence = { $number ->
    [one] evidence: one passage
   *[other] evidence: { $count } passages
}
row-suggested = { $topic }, suggested

## Bin

bin-title = Bin
bin-empty-title = The bin is empty
bin-empty-text = Articles moved to the bin wait here until it is emptied. Nothing else is ever deleted.
bin-empty = Empty bin…
bin-empty-question-title = Empty the bin for good?
bin-empty-question-text = { $number ->
    [one] One article and its original will be erased from the dossier file. This cannot be undone, and undo ends here.
   *[other] { $count } articles and their originals will be erased from the dossier file. This cannot be undone, and undo ends here.
}
bin-empty-confirm = Erase for good
in-bin = This article is in the bin.

## Reader

reader-text = Text of the article
reader-share = { $kind ->
    [share] Share line
    [credit] Photo credit
    [menu] Menu line
    [form] Form
    [repeated-title] Repeated title
   *[other] Not part of the article
}
reader-show = show
reader-hide = hide
reader-margin = Topics in the margin
reader-stripe = { $topic }: go to the passage
find-label = Find in the article
find-placeholder = Find in article
find-count = { $at } of { $total }
find-none = no match
find-next = Next match
find-previous = Previous match
passage-actions = Actions for the selected passage
passage-note = Note
passage-code = Code…
passage-milestone = Milestone…
passage-cite = Copy
command-code = Code the selected passage
coding-title = Topics of the passage
coding-of-passage = Coded with
coding-topic = Code with a topic
coding-other-topic = Another topic instead
coding-key-code = code
coding-key-memo = code and write a memo
coding-add-topic = Add another topic…
coding-move = Move “{ $topic }” to the selected words
coding-retopic = Give it another topic than “{ $topic }”
coding-remove = Take “{ $topic }” off the passage
coding-stripe = { $name }, coded: show the passage
inspector-codings = Coded passages
inspector-no-codings = None yet. Select words in the text and press T.
memo = Memo
memo-add = Add a memo
memo-edit = Change the memo: { $memo }
memo-placeholder = What you make of this passage
passage-cited = Copied with its citation.
note-title-on = Note on “{ $title }”

## Inspector

inspector-fields = What is known
inspector-topics = Topics
inspector-suggestions = Suggested
inspector-rejected = Rejected
inspector-evidence = Evidence
inspector-notes = Notes
inspector-original = Original
inspector-no-topics = No topic yet.
inspector-no-evidence = No passage of this article is evidence yet. Select one and press M.
inspector-no-notes = No note speaks of this article. Select a passage and press N.
inspector-story = Story
story-first = first
story-here = this article
story-exact = the same words
story-similar = { $share } the same
story-difference = Show difference
story-difference-to = Show difference to { $outlet }, { $date }
story-more = { $number ->
    [one] and one more
   *[other] and { $count } more
}
story-telling = { $outlet }, { $date }
comparison-title = Difference
comparison-from-to = From { $earlier } to { $later }
comparison-text = The later text with what differs
comparison-removed = { $number ->
    [one] one word gone
   *[other] { $count } words gone
}
comparison-added = { $number ->
    [one] one word new
   *[other] { $count } words new
}
comparison-next = Next difference (N)
comparison-previous = Previous difference (P)
comparison-said-added = new:
comparison-said-removed = gone:
inspector-bundled = from the bundled dossier
topic-accept = Accept { $topic }
topic-reject = Reject { $topic }
topic-clear = Take the decision on { $topic } back
topic-add = Add a topic
topic-add-placeholder = Add a topic…
topic-add-none = No topic has these words.
topic-by-hand = added by you
topic-accepted = accepted
topic-score = weight { $percent }
topic-suggestion = { $topic }, suggested, { $reasons } reasons
topic-reasons-more = { $number ->
    [one] one more passage
   *[other] { $count } more passages
}
topic-reasons-fewer = fewer passages
topic-against = speaks against
topic-in-title = in the title
learned-parts = rules { $rules }, learned from { $number ->
    [one] one decision
   *[other] { $decisions } decisions
} { $learned }, together { $together }
learned-for = For:
learned-against = Against:
learned-nearest = Decided articles most like this one
learned-near-accepted = Accepted on
learned-near-rejected = Rejected on
learned-withdrawn = { $number ->
    [one] one suggestion withdrawn
   *[other] { $count } suggestions withdrawn
}
learned-new = { $number ->
    [one] one new suggestion
   *[other] { $count } new suggestions
}
learned-both = { $withdrawn }, { $fresh } new
learned-by = { $done }: { $effects }
learned-later = Learned from your decisions: { $effects }
original-open = Open
original-save = Save as…
original-facts = { $format } · { $size }
original-imported = Imported { $date }
original-hash = SHA-256 { $hash }
article-remove = Move to bin
article-restore = Restore from bin
stance-supports = supports
stance-contradicts = contradicts
stance-mentions = mentions

## Attaching a passage to a milestone

attach-title = { $number ->
    [one] Attach the passage to a milestone
   *[other] Attach { $number } passages to a milestone
}
attach-search = Find a milestone
attach-none = No milestone has these words.
attach-stance = The passage
attach-new = New milestone…
attach-as-new = New: { $title }
attach-edit-new = New, edited first…
attach-new-title = What happened or was promised
attach-new-kind = Kind
attach-new-lane = Lane
attach-new-date = When, as EDTF
attach-create = Create
attach-proves = Evidence of
attach-proves-milestone = that it was
attach-proves-date = its date
attach-proves-who = who it was
attach-proves-status = its status
attach-undated = no date told
attach-date-none = No date is named in the passages.
attach-more = { $number ->
    [one] and one more
   *[other] and { $number } more
}
attach-width = How much of the text
attach-wider = One sentence more
attach-narrower = One sentence less
attach-sentences = { $number ->
    [one] one sentence
   *[other] { $number } sentences
}
attach-all-known = { $number ->
    [one] The passage is its evidence already. Nothing was changed.
   *[other] All { $number } passages are its evidence already. Nothing was changed.
}
drag-to-milestone = Drag to a milestone
drag-more = { $number ->
    [one] and one more
   *[other] and { $number } more
}
drag-moves = Moves; hold Ctrl to copy
drag-copies = Copies
drop-on = Drop on a milestone
drop-on-other = Another one…
give-move = Move…
give-copy = Copy…
give-move-title = { $number ->
    [one] Move the passage to another milestone
   *[other] Move { $number } passages to another milestone
}
give-copy-title = { $number ->
    [one] Copy the passage to another milestone
   *[other] Copy { $number } passages to another milestone
}
give-steps-stay = { $number ->
    [one] One passage stays: a step of the ladder rests on it. Copy it instead.
   *[other] { $number } passages stay: steps of the ladder rest on them. Copy them instead.
}
command-evidence-move = Move the marked evidence to another milestone…
command-evidence-copy = Copy the marked evidence to another milestone…
command-evidence-supports = The marked evidence speaks for it
command-evidence-contradicts = The marked evidence speaks against it
command-evidence-mentions = The marked evidence only mentions it
command-evidence-remove = Take the marked evidence away
evidence-mark = Mark the passage
evidence-judge = Judge…
evidence-remove-marked = Take the marked evidence away
command-hit-milestone = Attach the marked or current hit to a milestone
command-hit-milestone-again = Attach the marked or current hit to the milestone used last
search-attach = Milestone…
search-marked = { $number ->
    [one] one passage marked
   *[other] { $count } passages marked
}
attach-date-problem = This is not a date Chancery can read.

## Importing

import-running = Importing { $file }
import-finished = { $number ->
    [one] One article imported.
   *[other] { $count } articles imported.
}
import-finished-look = { $number ->
    [one] One needs a look.
   *[other] { $count } need a look.
}
import-finished-more = { $imported } imported, { $duplicates } already here, { $refused } refused.
import-cancelled = The import was stopped. What had been read stays; it can be resumed.
import-show-report = Show report
import-look = Look
import-drop = Drop to import
import-stopping = Stopping…
import-counting = Counting files
import-target-title = Drop files or a folder here
import-target-text = Text, web pages, PDF, Word, OpenDocument, RTF, books, mail, web archives, lists of references, feeds, and ZIP of any of these. Every original is kept as it is.
import-files = Files…
import-folder = Folder…
import-paste = Paste…
import-key-files = files
import-key-folder = a folder
import-key-paste = paste here
import-paste-title = Paste an article
import-paste-text = Copy an article in your browser or anywhere else and paste it here. A copied page keeps its headings, links and dates.
import-paste-in = Import
import-paste-page = A page: { $number ->
    [one] one character
   *[other] { $count } characters
} with its form.
import-paste-plain = Plain text: { $number ->
    [one] one character.
   *[other] { $count } characters.
}
import-pasted = A pasted article
import-roots-more = { $number ->
    [one] { $name } and one more
   *[other] { $name } and { $count } more
}
import-look-waiting = { $number ->
    [one] One article needs a look
   *[other] { $count } articles need a look
}
watch-title = Watch a folder
watch-text = What you save into it comes in by itself while the dossier is open.
watch-choose = Choose…
watch-change = Change…
watch-stop = Stop watching
watch-not-yet = Watched. Not looked at yet.
watch-looked = Watched. Last looked at { $moment }.
imports-list = Imports
imports-count = { $number ->
    [one] One import
   *[other] { $count } imports
}
import-state-running = Running
import-state-done = Done
import-state-cancelled = Stopped
import-state-interrupted = Interrupted
import-state-undone = Undone
import-files-of = { $done } of { $total } files
import-files-number = { $number ->
    [one] one file
   *[other] { $count } files
}
import-line = { $moment } · { $state } · { $files }
import-nothing = Nothing came in
import-nothing-text = No file of this import has been read.
import-gone-title = This import is not here
import-gone-text = It belongs to another dossier, or the address is wrong. Choose one from the list.
import-resume = Resume
import-retry-all = Try refused again
import-undo = Undo the import
import-redo = Bring it back
import-bin = Move its articles to the bin
import-filter = Show
import-files-label = Files of the import
import-file-detail = The file in focus
import-file-open = Open the article
import-file-look = Look at it
import-count-imported = { $count } read
import-count-needs-a-look = { $number ->
    [one] one needs a look
   *[other] { $count } need a look
}
import-count-duplicate = { $number ->
    [one] 1 copy
   *[other] { $count } copies
}
import-count-reprint = { $number ->
    [one] 1 reprint
   *[other] { $count } reprints
}
import-count-refused = { $count } refused
outcome-all = All
outcome-chip = { $outcome } { $count }
outcome-imported = Read
outcome-needs-a-look = Needs a look
outcome-duplicate = Copy
outcome-reprint = Reprint
outcome-refused = Refused
outcome-why-needs-a-look = Read, but one of its fields is not sure enough. Look at it, and take or correct the value.
outcome-why-duplicate = The same article is in the dossier already; the file was not taken in a second time.
outcome-why-reprint = Nearly the same words are in the dossier already. It came in and belongs to that story.
note-encoding = Its encoding was concluded from its letters.
note-replaced-characters = Some of its characters make no sense in its encoding and were replaced.
note-mixed-encodings = It mixes encodings: some of its characters could not be read.
note-pages-without-text = Some of its pages are pictures and have no text. Run text recognition (OCR) on it to read them.
note-no-text = It has no text of its own.
note-reprint = Nearly the same words are in the dossier already: it belongs to that story.

## What needs a look

look-list = Articles that need a look
look-count = { $number ->
    [one] One article
   *[other] { $count } articles
}
look-at = { $at } of { $of }
look-filter = Show by reason
look-chip = { $reason } { $count }
look-reason-no-date = No date
look-reason-weak-date = Weak date
look-reason-no-title = No title
look-reason-weak-title = Weak title
look-reason-no-text = No text
look-reason-mixed-encodings = Mixed encodings
look-why-no-date = No date was found in it, its address or the file. Give the date if you know it.
look-why-weak-date = The date was inferred or is in doubt. Take the right one, or mark the article as looked at.
look-why-no-title = No title was found. Write one, or mark the article as looked at.
look-why-weak-title = The title is in doubt. Take the right one, or mark the article as looked at.
look-why-no-text = Nothing in it could be read as text. Open the original; a scan needs text recognition (OCR).
look-why-mixed-encodings = Some of its characters make no sense in any one encoding. Compare it with the original.
look-alternatives = What else it could be
look-none = Nothing else was found. Press E to write it.
look-other-fields = Other fields
look-excerpt = How the text begins
look-no-excerpt = There is no text.
look-edit = Write it
look-done = Looked at
look-open = Open
look-order-text = { $words } can be read two ways. How are dates of { $outlet } written?
look-order-day-month = Day first: { $date }
look-order-month-day = Month first: { $date }
look-order-changed = { $articles ->
    [0] No other date of { $outlet } changed.
    [one] One date of { $outlet } was read anew.
   *[other] { $count } dates of { $outlet } were read anew.
}
look-empty-title = Nothing needs a look
look-empty-text = Every article has a title and a date that is sure enough. What comes in with a doubt waits here.
look-empty-action = Imports
look-none-match-title = None for this reason
look-none-match-text = Other articles still wait.
look-none-match-action = Show all
command-look-next = Next article
command-look-previous = Previous article
command-look-done = Mark as looked at
command-look-edit = Write the field in focus
command-look-field = Next field in doubt
command-look-open = Open the article
command-look-original = Open the original
command-look-bin = Move the article to the bin
command-look-undo = Undo the last operation
command-look-take = Take the alternative with this number (1–9)

## What was done

op-unknown = Changed the dossier ({ $kind })
op-import = { $articles ->
    [one] Imported one article
   *[other] Imported { $articles } articles
}
op-bundle = { $part ->
    [codebook] Put in the bundled codebook
    [register] Put in the bundled milestones
   *[other] Built the bundled dossier
}
op-remove-articles = { $articles ->
    [one] Moved “{ $title }” to the bin
   *[other] Moved { $articles } articles to the bin
}
op-restore-articles = { $articles ->
    [one] Restored “{ $title }” from the bin
   *[other] Restored { $articles } articles from the bin
}
op-empty-bin = Emptied the bin
op-correct-field = { $field ->
    [title] Corrected the title
    [outlet] Corrected the outlet
    [byline] Corrected the byline
    [dateline] Corrected the dateline
    [published] Corrected the date of publication
    [language] Corrected the language
    [modified] Corrected the day of the last change
    [url] Corrected the address
    [section] Corrected the section
   *[other] Corrected a field
}
op-read-again = { $articles ->
    [one] Read “{ $title }” again
   *[other] Read { $articles } articles again
}
op-place-passage = Gave a passage of “{ $of }” its place
op-settle-look = { $articles ->
    [one] Looked at “{ $title }”
   *[other] Looked at { $articles } articles
}
op-set-date-order = { $order ->
    [day-month] Read dates of { $outlet } as day.month
    [month-day] Read dates of { $outlet } as month/day
   *[other] Took back the order of dates of { $outlet }
}
op-decide = { $articles ->
    [one] { $verdict ->
        [accepted] Accepted { $topic }
        [rejected] Rejected { $topic }
       *[other] Added { $topic }
    }
   *[other] { $verdict ->
        [accepted] Accepted { $topic } on { $articles } articles
        [rejected] Rejected { $topic } on { $articles } articles
       *[other] Added { $topic } to { $articles } articles
    }
}
op-clear-decision = { $articles ->
    [one] Took the decision on { $topic } back
   *[other] Took the decision on { $topic } back on { $articles } articles
}
op-add-coding = Coded “{ $words }” with { $topic }
op-edit-coding = Changed a passage coded with { $topic }
op-remove-coding = Took { $topic } off “{ $words }”
op-import-codings = Took in coded passages from “{ $name }”: { $codings }
op-add-milestone = Added the milestone “{ $title }”
op-edit-milestone = Changed the milestone “{ $title }”
op-dismiss-stall = “{ $title }” does not rest
op-set-stall-rule = { $months ->
    [0] Promises are no longer proposed to rest
   *[other] Promises are proposed to rest after { $months } months without news
}
op-import-milestones = Took in the spreadsheet “{ $name }”: { $added } new, { $changed } changed{ $refused ->
    [0] {""}
   *[other] , { $refused } left out
}
op-remove-milestone = Removed the milestone “{ $title }”
op-set-status = Set “{ $title }” to { $step ->
    [none] { $status ->
        [not-begun] not begun
        [begun] begun
        [partly] partly
        [done] done
        [on-hold] on hold
        [withdrawn] withdrawn
       *[other] another status
    }
   *[other] { $step }
}
op-set-ladder = Changed the status ladder to “{ $ladder }”{ $changes ->
    [0] {""}
    [one] : one status went along
   *[other] : { $changes } statuses went along
}
op-add-lineage = Linked “{ $title }” to “{ $to }”
op-edit-lineage = Changed the link between “{ $title }” and “{ $to }”
op-remove-lineage = Took the link between “{ $title }” and “{ $to }” away
op-confirm-lineage = { $confirmed ->
    [false] Left a link of lineage as bundled judgement
   *[other] Confirmed a link of lineage as my judgement
}
op-attach-evidence = Attached a passage to “{ $title }”
op-accept-evidence = { $evidence ->
    [one] { $accepted ->
        [false] Took one passage back out of briefings
       *[other] Accepted one passage for briefings
    }
   *[other] { $accepted ->
        [false] Took { $evidence } passages back out of briefings
       *[other] Accepted { $evidence } passages for briefings
    }
}
op-remove-evidence = Took { $evidence ->
    [one] a passage
   *[other] { $evidence } passages
} away from “{ $title }”
op-give-evidence = { $kept ->
    [true] Copied
   *[other] Moved
} { $evidence ->
    [0] passages it had already
    [one] one passage
   *[other] { $evidence } passages
} to “{ $title }”
op-set-stance = { $stance ->
    [supports] Now for
    [contradicts] Now against
   *[mentions] Now only mentioning
} “{ $title }”: { $evidence ->
    [one] one passage
   *[other] { $evidence } passages
}
op-attach-passages = { $made ->
    [true] Added the milestone “{ $title }” with { $evidence ->
        [one] one passage
       *[other] { $evidence } passages
    }
   *[other] Attached { $evidence ->
        [one] one passage
       *[other] { $evidence } passages
    } to “{ $title }”{ $known ->
        [0] {""}
        [one] ; one was its evidence already
       *[other] ; { $known } were its evidence already
    }
}
op-decide-proposal = { $verdict ->
    [accepted] Accepted the proposal “{ $title }”
    [merged] Merged a proposal into “{ $title }”
   *[rejected] Rejected the proposal “{ $title }”
}
op-add-note = Began the note “{ $title }”
op-edit-note = Wrote on “{ $title }”
op-remove-note = Removed the note “{ $title }”
op-add-briefing = Began the briefing “{ $title }”
op-edit-briefing = Changed the briefing “{ $title }”
op-remove-briefing = Removed the briefing “{ $title }”
op-add-search = Saved the search “{ $title }”
op-edit-search = { $renamed ->
    [true] Called a saved search “{ $title }”
   *[other] Changed the saved search “{ $title }”
}
op-remove-search = Removed the saved search “{ $title }”
op-add-topic = Made the topic { $title }
op-edit-topic = Changed the topic { $topic }
op-move-topic = Moved the topic { $topic }
op-merge-topics = Merged { $from } into { $topic }
op-split-topic = Split { $title } off from { $topic }
op-remove-topic = { $into ->
    [none] Removed the topic { $title }
   *[other] Removed the topic { $title }; its tags are now { $into }
  }
op-import-codebook = Took in the codebook “{ $name }”: { $added } new, { $changed } changed
op-edit-outlet = { $what ->
    [name] Renamed an outlet to { $title }
    [grade] { $grade ->
        [none] Took the grade of { $title } away
       *[other] Graded { $title } { $grade }
    }
    [kind] Said what sort of outlet { $title } is
    [country] Changed the country of { $title }
    [domain] Changed the domain of { $title }
   *[other] Changed an outlet
}
op-merge-outlets = Merged { $from } into { $title }
op-edit-dossier = Renamed the dossier

## What went wrong

error-unexpected = Something went wrong. The dossier is unharmed; please copy the details when reporting it.
error-internal = The dossier could not do that. Nothing was changed; please copy the details when reporting it.
error-not-a-dossier = { $path } is no dossier, or its beginning is damaged. Choose a file that Chancery made (.dossier), or open a backup of this one.
error-newer-version = { $path } was made by a newer Chancery (format { $found }, this one knows { $known }). Install the newer version to open it; the file was not touched.
error-older-version = { $path } is in an older format ({ $found }) that this version can no longer bring up to date.
error-in-use = { $path } is open in another Chancery. Close it there, then try again.
error-exists = { $path } is there already. Choose another name; nothing was overwritten.
error-read-only = { $path } cannot be written to. Check its permissions, or copy it to a folder of yours.
error-disk-full = The disk is full: { $path } could not be written. Free some space; nothing acknowledged was lost.
error-no-such = It is no longer there. Somebody may have removed it, or undo took it back.
error-refused = The dossier refused that, because something else rests on it ({ $rule }).
error-undo-ends = Undo ends here: what came before cannot be undone.
error-undo-conflict = This cannot be undone any more, because something later rests on it.
error-import-undone = This import was undone. Import the files again.
error-damaged = { $path } is damaged. Open the newest backup, and keep this file: its originals can be rescued.
error-file-unreachable = { $path } could not be read or written. Is the disk still connected?
error-seed = The bundled dossier is damaged in this installation. Install Chancery again.
error-topic = The codebook was not changed: { $why }.
error-codebook = { $path } holds no codebook Chancery can read. The details say what is wrong and where; mend it, or save it as SKOS, CSV, REFI-QDA codebook (.qdc) or TOML.
error-spreadsheet = { $path } { $why }. The register was not changed.
error-codings = { $path } holds no coded passages Chancery can read. The details say what is wrong and where; export it anew as a REFI-QDA project (.qdpx) or as W3C annotations (JSON-LD).
error-typeset = The briefing could not be set. The details say at which block.
error-name-taken = “{ $name }” is a name of the outlet { $by }. Merge the two if they are one, or choose another name.
error-nothing-to-export = There is no article to export: none outside the bin passes the filter.
error-no-passage = These words do not stand in the article just once. Select the passage again.
error-not-a-date = “{ $text }” is not a date Chancery can read. Write it as 2021-09-09, 2019-11, 1999, 1995~/1999~ or /2019-11.
error-no-such-word = “{ $word }” is not one of the values possible for { $what }.
error-missing = Something that must be said was left out: { $what }.
error-rests-on-nothing = A status or link rests on passages or on your judgement with its reason: give one of the two.
error-ladder = { $fault ->
    [no-name] The ladder has no name: give it one.
    [too-few] A ladder needs at least two steps.
    [too-many] A ladder has at most 24 steps: leave some out.
    [no-words] Step { $step } has no words: write what it is called.
    [too-long] The words or the mark of “{ $step }” are too long: at most 60 characters, and 3 for a mark.
    [twice] Two steps are called or marked alike: “{ $step }”. Change one of them.
   *[no-target] Statuses are to go to a step that is no longer there: choose another for them.
}
error-ladder-file = { $path } holds no ladder: { $why }. Nothing was changed.
error-lineage-itself = Nothing comes out of itself: choose another milestone.
error-lineage-circle = “{ $from }” comes out of “{ $to }” already. Take that link away first, or turn this one round.
error-lineage-twice = “{ $from }” and “{ $to }” are linked already. Change that link instead.
error-not-found = The file is not there any more.
error-not-permitted = The file may not be read by you. Check its permissions.
error-empty = The file is empty: there is nothing to read. Save it again from its source.
error-too-large = The file is too large to be one article. Split it and import the parts.
error-not-text = The file is in a format that is not read. Save the article as text, HTML, PDF or DOCX and import that.
error-too-many = The file holds too many others. Unpack it and import them in parts.
error-too-slow = Reading the file took too long. Open it in its program, save the article alone and import that.
error-too-deep = It lies in too many files inside each other. Unpack it and import it by itself.
error-save-as = The file is in a format that is not read. Open it in its program, save it as DOCX, PDF or text (a list of references as RIS or BibTeX) and import that.
error-damaged-file = The file is damaged. Open it in its program, save it anew and import that.
error-locked = The file is locked with a password. Save it without one and import that.
error-no-text = The PDF holds pictures of pages and no text. Run text recognition (OCR) on it and import the result.
error-garbage = The file makes no sense in any encoding: it is damaged or no text. Save it again as UTF-8.

### The screens: milestones, notes, briefings, topics, search, overview, settings

## Milestones: axis and register

kind-treaty = treaty
kind-decision = decision
kind-working-group = working group
kind-roadmap = roadmap
kind-negotiation = talks
kind-deadline = deadline
kind-statement = statement
kind-implementation = carried out
kind-external-event = outside event
role-promised = promised
role-decided = decided
role-claimed = claimed
role-agreed = agreed
role-announced = announced
axis = Time axis
axis-list = Milestones in time. Arrow keys go from one to the next, plus and minus zoom.
axis-in = Zoom in
axis-out = Zoom out
axis-earlier = Earlier
axis-later = Later
axis-fit = Show all of it
axis-today = today
axis-articles = Articles by when they were published
timeline-export = Export the timeline
timeline-svg = Drawing (SVG)
timeline-png = Picture (PNG)
timeline-json = TimelineJS (JSON)
timeline-ics = Calendar (ICS)
timeline-csv = Table (CSV)
command-timeline-svg = Export the timeline as SVG
command-timeline-png = Export the timeline as PNG
command-timeline-json = Export the timeline for TimelineJS
command-timeline-ics = Export the timeline as a calendar
command-timeline-csv = Export the timeline as CSV
timeline-exported = { $number ->
    [one] One milestone written to { $path }
   *[other] { $number } milestones written to { $path }
}{ $undated ->
    [0] {""}
    [one] ; one without a date left out
   *[other] ; { $undated } without a date left out
}
axis-nameless = { $number ->
    [one] one stands here without room for its name: point at it, or zoom in
   *[other] { $count } stand here without room for their names: point at them, or zoom in
}
legend-inferred = about or inferred
register = Register of milestones
register-find = Filter the register
register-unevidenced = on judgement only
register-doubted = evidence to look at again
register-none-title = No milestone matches
register-none-text = None of the milestones passes all the filters.
any-lane = Any lane
any-status = Any status
no-status = No status
no-lane = No lane
register-late = Past their deadline
column-date = When
column-title = What
column-kind = Kind
column-lane = Lane
column-who = Who
column-status = Status
column-evidence = Evidence
column-deadline = Due
column-parent = Part of
column-lineage = Lineage
fold = Fold { $title }
unfold = Unfold { $title }
evidence-for = { $number ->
    [one] one passage supports it
   *[other] { $number } passages support it
}
evidence-against = { $number ->
    [one] one passage contradicts it
   *[other] { $number } passages contradict it
}
evidence-accepted = { $number ->
    [one] one passage accepted for briefings
   *[other] { $number } passages accepted for briefings
}
status-is-judgement = a judgement: no passage says it
status-none = no status: { $kind }
command-milestone-again = Attach to the milestone used last
command-new-milestone = New milestone…
milestone-new = New milestone
milestone-new-short = New
milestones-empty-title = No milestones yet
milestones-empty-text = A milestone is something that happened or was promised in the integration, with the passages that prove it. Make the first one here, or select a passage in an article and press M.

## Milestones: inspector and forms

milestone-none-title = No milestone chosen
milestone-none-text = Choose one on the axis or in the register to see what it rests on.
milestone-fields = What is known
milestone-parent = Part of
milestone-children = { $number ->
    [one] one part
   *[other] { $number } parts
}
milestone-bundled = from the bundled dossier
milestone-edit = Edit
milestone-note-short = Note
milestone-note = New note about it
milestone-set-status = Set status
command-ladder = Status ladder…
ladder-title = Status ladder
ladder-text = The steps a promise can stand on. Each means one of six things, whatever it is called: by that it is coloured, counted and watched.
ladder-preset = Begin with
ladder-as-it-is = { $name }, as it is
ladder-name = Name
ladder-steps = Steps
ladder-mark = Mark
ladder-words = Called
ladder-words-ru = Called in Russian
ladder-words-be = Called in Belarusian
ladder-sense = Means
ladder-languages = Russian and Belarusian words
ladder-step-number = Step { $number }
ladder-up = Move “{ $step }” up
ladder-down = Move “{ $step }” down
ladder-remove = Remove “{ $step }”
ladder-add = Add a step
ladder-moved = { $step } is step { $number } of { $total }
ladder-nameless = new step
ladder-moves = Statuses already set
ladder-moves-text = Each keeps its day, its passages and its reason.
ladder-reached = { $changes ->
    [one] 1 status
   *[other] { $changes } statuses
} on { $milestones ->
    [one] 1 milestone
   *[other] { $milestones } milestones
}
ladder-becomes = becomes
ladder-becomes-which = What “{ $step }” becomes
ladder-differs = means something else
ladder-none-reached = No status was set yet: nothing changes for milestones.
ladder-no-rest = No step means “on hold”: promises without news are then not proposed to rest.
ladder-apply = Use this ladder
ladder-same = This is the ladder in use.
ladder-import = From a file…
ladder-export = To a file…
ladder-files = Ladders (TOML, JSON)
ladder-written = The ladder is in { $path }
status-history = Status
status-judgement = my judgement
status-since = since { $date }
status-known = known { $date }
evidence-supports = For
evidence-contradicts = Against
evidence-mentions = Mentions
evidence-none-title = No passage proves this yet.
evidence-none-text = Select a passage in an article and press M to attach it.
evidence-jump = Show the passage in { $article }
evidence-remove = Take this evidence away
evidence-accept = Accept for briefings
evidence-proves-date = the date
evidence-proves-who = who
evidence-proves-status = the status
evidence-accept-all = Accept all
lineage = Lineage
lineage-became = became
lineage-split-into = was split into
lineage-merged-into = was merged into
lineage-renamed = is now called
lineage-superseded-by = was superseded by
lineage-withdrawn = was withdrawn by
lineage-from-became = came out of
lineage-from-split-into = was split off from
lineage-from-merged-into = was merged from
lineage-from-renamed = was called before
lineage-from-superseded-by = superseded
lineage-from-withdrawn = withdrew
lineage-short-became = became { $what }
lineage-short-split-into = split into { $what }
lineage-short-merged-into = merged into { $what }
lineage-short-renamed = now { $what }
lineage-short-superseded-by = superseded by { $what }
lineage-short-withdrawn = withdrawn by { $what }
lineage-short-from = from { $what }
lineage-out-of = out of { $title }: { $kind }
lineage-none = It stands alone: nothing says what it came out of or what became of it.
lineage-add = Link to another milestone…
lineage-edit = Change this link…
lineage-remove = Take this link away
lineage-how = How they are linked
lineage-which = Which milestone
lineage-other = Another
lineage-passages = On a passage
lineage-hint = A link rests on a passage of one of the two, or on your judgement with its reason.
lineage-make = Link
lineage-change = Change
lineage-unevidenced = no passage says so
lineage-judgement-bundled = judgement bundled with the dossier
lineage-confirm = Confirm as my judgement
linked-notes = Notes
linked-notes-none = No note speaks of it yet.
note-about = Note on “{ $title }”
form-edit-milestone = Edit milestone
form-title = What happened or was promised
form-date = When
form-date-hint = As you would write it: by November 2019, autumn 2019?, 8 December 1999, осенью 2019; or EDTF
form-date-reads = Reads: { $date } · { $edtf }
form-deadline = Due by, where it was promised
form-deadline-hint = A day, a month, by November 2023; empty for none
form-description = What it is about
form-date-problem = This is not a date Chancery can read. Try by November 2019, 8 December 1999, about 1999 or 2019-11.
form-kind = Kind
form-lane = Lane
form-parent = Part of
form-no-parent = nothing
form-who = Who
form-role = Role
form-no-role = not said
form-required = This cannot stay empty.
form-make = Make the milestone
form-save = Save
form-status = Status
form-since = Since when
form-since-empty = Empty means: by today
form-status-passages = Passages
form-status-judgement = My judgement, because
form-status-hint = A status needs a passage or a reason. Tick the passages that say it, or write why you judge so.
form-set-status = Set the status
command-remove-milestone = Remove the milestone


## Notes

notes-find = Filter the notes
notes-none-match = No note has these words.
notes-empty-title = No notes yet
notes-empty-text = A note holds what you think, in Markdown, linked to articles, passages, topics and milestones with [[. Begin one here, or select a passage in an article and press N.
note-new = New note
note-none-title = No note is open
note-none-text = Choose one on the left, or begin a new one.
note-untitled = Untitled note
note-title = Title of the note
note-text = Text of the note
note-placeholder = Write. [[ links to an article, a milestone, a topic or another note.
note-saved = Saved { $when }
note-unsaved = Saved when you pause
note-links = { $number ->
    [one] one link
   *[other] { $number } links
}
note-link-broken = This link leads to nothing that is in the dossier.
note-leads-to = Links
note-leads-nowhere = This note links to nothing yet. Type [[ to link.
note-backlinks = Backlinks
note-backlinks-none = No other note links here.
command-new-note = New note
command-remove-note = Remove the note
link-article = article
link-passage = passage
link-topic = topic
link-milestone = milestone
link-note = note


## Briefings

briefings-empty-title = No briefings yet
briefings-empty-text = A briefing is an ordered list of blocks: key points from accepted evidence, a timeline, the register, quoted passages, notes, sources. Every sentence leads back to its source.
briefing-new = New briefing
briefing-other = Other briefings
briefing-untitled = Untitled briefing
briefing-head = Head of the briefing
briefing-title = Title
briefing-tlp = Handling
briefing-date = Date
briefing-date-today = day of export
briefing-date-problem = A day as 2026-02-22, or nothing.
briefing-audience = For
briefing-audience-none = nobody named
briefing-blocks = Blocks
briefing-pane = Briefing
briefing-export = Export
briefing-exported = Written to { $path }
blocks-none = A briefing without blocks is an empty page. Add the first one.
block-add = Add
block-heading = Heading
block-text = Text
block-text-hint = Markdown: **strong**, *emphasis*, - lists
block-key-points = Key points
block-timeline = Timeline
block-register = Register
block-quotations = Quoted passages
block-found = Saved search
block-found-gone = The search was removed
block-found-most = Articles shown at most
block-found-hint = Asked anew each time the briefing is made: every article with a sentence that answers, cited.
block-note = Note
block-sources = Sources
block-sources-all = everything cited, numbered
block-all = all
block-all-hint = All, also those that come later
block-take-all = Take all
block-chosen = { $number ->
    [one] one chosen
   *[other] { $number } chosen
}
block-milestones = Milestones shown
block-passages = Passages quoted
block-remove = Remove { $block }
block-move = Move { $block }
block-move-hint = Draw it along, or move it with ↑ and ↓
block-moved = { $block } is now number { $place } of { $count }.
key-points-none = Key points come from evidence you have accepted, and none is accepted yet.
key-points-none-go = Go through the evidence
preview-of = Preview of { $title }
preview-page = Page { $page } of { $pages }
preview-pages = { $number ->
    [one] one page
   *[other] { $count } pages
}
preview-smaller = Smaller
preview-larger = Larger
preview-fit = Fit the width
command-new-briefing = New briefing
command-remove-briefing = Remove the briefing
command-export-articles = Export articles…
marked-export = Export the marked articles…
command-next-outlet = Next outlet
command-previous-outlet = Previous outlet
command-merge-outlet = Merge with another outlet…
outlets-empty-title = No outlets yet
outlets-empty-text = Who published an article is read with it. Import articles, and their outlets stand here to be graded.
outlets-pick-title = Nothing is open
outlets-pick-text = Choose an outlet on the left. J and K go to the next and the previous one.
outlets-find = Find an outlet
outlets-none-match = No other outlet has such a name.
outlets-sort = Order
outlets-sort-name = By name
outlets-sort-articles = Most articles
outlets-sort-ungraded = Ungraded first
outlet-nothing-known = nothing said yet
outlet-articles = { $number ->
    [one] one article
   *[other] { $count } articles
}
outlet-stories = { $number ->
    [one] one story
   *[other] { $count } stories
}
outlet-also = Also: { $names }
outlet-known = What is known
outlet-name = Name
outlet-domain = Domain
outlet-country = Country
outlet-kind = Sort
outlet-kind-unknown = not said
outlet-kind-state-agency = state agency
outlet-kind-state-media = state media
outlet-kind-government = government
outlet-kind-interstate = interstate body
outlet-kind-private-agency = private agency
outlet-kind-private = private media
outlet-kind-public = public media
outlet-kind-think-tank = think tank
outlet-kind-organisation = organisation
outlet-kind-personal = personal channel
outlet-hint = Perhaps { $value }:
outlet-hint-take = Take “{ $value }”
outlet-because-name = known by the name “{ $words }”.
outlet-because-domain = known by the domain { $words }.
outlet-because-ending = its domain ends in { $words }.
outlet-because-addresses = { $words } of its articles lead there.
outlet-grade = Reliability of the source, in your judgement
outlet-merge-title = { $name } is the same as
outlet-merge-into = The outlet that stays
outlet-merge-text = Its articles and its name become the other’s, also for what is imported later. This can be undone.
outlet-open = Open the outlet
grade-a = completely reliable
grade-b = usually reliable
grade-c = fairly reliable
grade-d = not usually reliable
grade-e = unreliable
grade-f = reliability cannot be judged
grade-none = not graded
grade-named = Source grade { $grade }: { $meaning }
export-title = Export articles
export-format = Format
export-all = All articles of the dossier; the bin stays out.
export-listed = { $number ->
    [one] The one article of the list as it is filtered now.
   *[other] The { $count } articles of the list as it is filtered now.
}
export-marked = { $number ->
    [one] The one marked article.
   *[other] The { $count } marked articles.
}
export-choose-place = Choose where…
export-running = Writing the articles
suggest-running = Making the suggestions of changed topics anew
in-step-running = Making the search index and the stories of this dossier anew
export-cancelled = The export was cancelled; no file was written.
export-written = { $number ->
    [one] One article written to { $path }
   *[other] { $number } articles written to { $path }
}
export-jsonl = JSON Lines
export-jsonl-text = Everything that is known, with the texts: for scripts, or for another dossier.
export-csl = CSL-JSON
export-csl-text = References for Zotero, pandoc and other citation programs.
export-ris = RIS
export-ris-text = References for EndNote, Mendeley, Zotero and library catalogues.
export-bibtex = BibTeX
export-bibtex-text = References for LaTeX with BibLaTeX; keys stay the same from export to export.
export-csv = Table (CSV)
export-csv-text = For Excel and LibreOffice, without the texts. Nothing in it runs as a formula.
export-originals = Originals (ZIP)
export-originals-text = The files as they came in, byte for byte, with their SHA-256.
export-qdpx = REFI-QDA project (.qdpx)
export-qdpx-text = Texts, codebook, coded passages, tags and notes: for ATLAS.ti, MAXQDA, NVivo, QualCoder.
export-annotations = W3C annotations (JSON-LD)
export-annotations-text = The coded passages alone, each with its topic, memo and place; for the web and for scripts.
export-hits-csv = Passages found, as a table (CSV)
export-hits-csv-text = A row for each passage that answers the question, with the words around it and its article.
export-hits-jsonl = Passages found, as JSON Lines
export-hits-jsonl-text = An object for each article found, with every passage and its place in the text.
export-written-codings = { $number ->
    [one] One coded passage written to { $path }
   *[other] { $count } coded passages written to { $path }
}
command-take-in = Take in coded passages…
take-in-files = REFI-QDA projects and W3C annotations
take-in-title = Take in coded passages
take-in-done = Taken in
take-in-do = Take in
take-in-running = Taking in coded passages
take-in-nothing = There is nothing in it that is not here already.
take-in-cancelled = Stopped: no passage was coded. Texts that had come in stay.
take-in-undo = Undo takes the coding back first, and then the articles.
take-in-codings = { $number ->
    [one] One coded passage
   *[other] { $count } coded passages
}
take-in-there = { $number ->
    [one] One that is here already
   *[other] { $count } that are here already
}
take-in-new = { $number ->
    [one] One text that becomes an article
   *[other] { $count } texts that become articles
}
take-in-found = { $number ->
    [one] One text that is an article here
   *[other] { $count } texts that are articles here
}
take-in-topics = { $number ->
    [one] One new topic
   *[other] { $count } new topics
}
take-in-tags = { $number ->
    [one] One topic of a whole text, as a tag
   *[other] { $count } topics of whole texts, as tags
}
take-in-notes = { $number ->
    [one] One note
   *[other] { $count } notes
}
take-in-lost = Not taken over
take-in-more = and { $count } more
lost-text = { $number ->
    [one] One text or note that can't be read
   *[other] { $count } texts or notes that can't be read
}
lost-passage = { $number ->
    [one] One passage whose words are not found, or in several places
   *[other] { $count } passages whose words are not found, or in several places
}
lost-text-absent = { $number ->
    [one] One passage of a text that is not here
   *[other] { $count } passages of a text that is not here
}
lost-code = { $number ->
    [one] One passage without a known code
   *[other] { $count } passages without a known code
}
lost-pictures = { $number ->
    [one] One picture or coding in it
   *[other] { $count } pictures and codings in them
}
lost-pdf-selections = { $number ->
    [one] One coding in a page of PDF (its text comes in)
   *[other] { $count } codings in pages of PDF (the text comes in)
}
lost-audio = { $number ->
    [one] One sound recording or coding in it
   *[other] { $count } sound recordings and codings in them
}
lost-video = { $number ->
    [one] One video or coding in it
   *[other] { $count } videos and codings in them
}
lost-cases = { $number ->
    [one] One case
   *[other] { $count } cases
}
lost-variables = { $number ->
    [one] One variable with its values
   *[other] { $count } variables with their values
}
lost-sets = { $number ->
    [one] One set
   *[other] { $count } sets
}
lost-graphs = { $number ->
    [one] One graph
   *[other] { $count } graphs
}
lost-links = { $number ->
    [one] One link
   *[other] { $count } links
}
lost-users = { $count } coders: who coded what is not kept
command-export-pdf = Export as PDF…
command-export-docx = Export as Word…
command-export-html = Export as HTML…
command-export-md = Export as Markdown…
command-add-heading = Add a heading
command-add-text = Add text
command-add-key-points = Add key points
command-add-timeline = Add a timeline
command-add-register = Add the register
command-add-quotations = Add quoted passages
command-add-found = Add what a saved search finds
command-add-note = Add a note
command-add-sources = Add the sources



## The codebook edited

command-topic-edit = Edit the topic
command-topic-save = Save the topic
command-topic-leave = Leave without saving
command-topic-new = New topic
command-topic-new-heading = New heading
command-topic-merge = Merge into another topic…
command-topic-split = Split a part off…
command-topic-remove = Remove the topic…
command-topic-move-up = Move the topic up
command-topic-move-down = Move the topic down
command-topic-move-in = Move the topic under the one above
command-topic-move-out = Move the topic out of its heading
command-codebook-export = Export the codebook…
command-codebook-import = Import a codebook…
codebook-actions = Actions on the codebook
codebook-fold = Fold
codebook-unfold = Unfold
codebook-folded = folded
topic-actions = Actions on the topic
topic-edit = Edit
topic-editing = Editing “{ $topic }”
topic-new = New topic
topic-new-heading = New heading
topic-unsaved = Not saved yet
topic-under = Under { $topic }
topic-save = Save
topic-label-en = Name in English
topic-label-ru = Name in Russian
topic-label-be = Name in Belarusian
topic-texts = Definition and notes
topic-texts-language = Language of the texts
topic-texts-filled = Has texts
topic-field-label = Name
topic-field-definition = Definition
topic-field-include = Belongs here
topic-field-exclude = Does not belong here
topic-threshold = Suggested from
topic-heading = A heading: gathers topics and is never a tag
topic-colour = Colour
colour-blue = Blue
colour-orange = Orange
colour-green = Green
colour-purple = Purple
colour-sky = Sky blue
colour-red = Red
topic-fault-no-label = A topic needs a name in English.
topic-terms-shown = Terms shown
topic-terms-all = All
term-language = Language
term-kind = Kind
term-text = Words
term-weight = Weight
term-facet = Part
term-hits = Hits
term-between = Words between at most
term-add = Add a term
term-add-placeholder = New term, Enter; or paste lines
term-remove = Remove the term { $term }
term-empty = A term without words
term-kind-stem = Word or phrase
term-kind-stem-text = Found in all its forms: “gas pipeline” finds “gas pipelines”. A hyphen at the end takes any ending: “integrat-” finds “integration” and “integrated”.
term-kind-exact = Exact form
term-kind-exact-text = Found only as written: “EAEU”. With a capital, case counts.
term-kind-near = Near, within
term-kind-near-text = All words in one sentence, in any order, with at most so many others between: “gas price” finds “the price of Russian gas”.
term-kind-any-of = Any of several
term-kind-any-of-text = Parted by |, counted as one term: “oil | crude | petroleum”.
term-kind-regex = Expression
term-kind-regex-text = A regular expression, for patterns: “\b\d+ roadmaps?” finds “28 roadmaps”.
term-weight-text = A weight of 1 is enough alone at a threshold of 50 %. A negative one speaks against the topic; 0 excludes: what overlaps the term doesn't count.
term-fault-term-no-words = There are no words in it.
term-fault-term-one-word = Near needs two words or more.
term-fault-term-no-regex = This is no regular expression:
term-fault-term-fits-everywhere = It fits the empty text, and so everywhere.
term-fault-term-twice = This term stands here twice.
term-fault-term-weight = A weight lies between −10 and 10.
term-fault-term-language = Terms are English, Russian or Belarusian.
term-finds-nothing = Not found in any article read so far.
term-hits-text = { $hits ->
    [one] One passage
   *[other] { $hits } passages
} in { $articles ->
    [one] one article.
   *[other] { $articles } articles.
}
term-uncounted = { $number ->
    [one] One of them doesn't count, since another term covers or excludes it.
   *[other] { $number } of them don't count, since another term covers or excludes them.
}
term-excludes = What overlaps them doesn't count.
topic-preview = What it would find
preview-suggested = { $number ->
    [0] Suggested on no article
    [one] Suggested on one article
   *[other] Suggested on { $number } articles
}
preview-change = now { $now } · { $newly } newly · { $lost } no longer
preview-so-far = { $read } of { $total } articles so far
preview-all = of { $total } articles
preview-would = Would be suggested on
preview-newly = Newly suggested on
preview-no-longer = No longer suggested on
preview-more = and { $number } more
preview-decided-suggested = waiting
preview-decided-accepted = accepted, stays
preview-decided-rejected = rejected, stays
preview-decided-by-hand = added by you, stays
topic-merge-title = Merge “{ $topic }” into another topic
topic-merge-choose = Merge into…
topic-merge-into = Into { $topic }:
topic-merge-do = Merge
topic-choose-another = Choose another
topic-can-be-undone = It is one step and can be undone.
fold-newly-tagged = { $topic } becomes a tag of { $number ->
    [one] one more article.
   *[other] { $number } more articles.
}
fold-follow = { $number ->
    [one] One more decision follows to { $topic }.
   *[other] { $number } more decisions follow to { $topic }.
}
fold-yield = { $number ->
    [one] On one article the decision on { $topic } stands, and the other becomes history.
   *[other] On { $number } articles the decision on { $topic } stands, and the other becomes history.
}
fold-replaced = { $number ->
    [one] On one article a decision on { $topic } is replaced by the tag that follows.
   *[other] On { $number } articles a decision on { $topic } is replaced by the one that follows.
}
fold-reopened = { $number ->
    [one] One rejection becomes history: it says nothing of { $topic }.
   *[other] { $number } rejections become history: they say nothing of { $topic }.
}
fold-codings = { $number ->
    [one] One coded passage follows.
   *[other] { $number } coded passages follow.
}
fold-same-passage = { $number ->
    [one] One passage is coded with both: one coding is left, with both memos.
   *[other] { $number } passages are coded with both: one coding of each is left, with both memos.
}
merge-terms = { $number ->
    [one] One term follows to { $topic }.
   *[other] { $number } terms follow to { $topic }.
}
merge-same-terms = { $number ->
    [one] One term both have keeps the weight it has in { $topic }.
   *[other] { $number } terms both have keep the weights they have in { $topic }.
}
merge-notes = { $number ->
    [one] The links of one note lead to { $topic }.
   *[other] The links of { $number } notes lead to { $topic }.
}
merge-children = { $number ->
    [one] One topic under it comes to lie under { $topic }.
   *[other] { $number } topics under it come to lie under { $topic }.
}
merge-gone = “{ $topic }” is no longer in the codebook.
topic-remove-title = Remove “{ $topic }”
topic-remove-rests = { $tags ->
    [one] A tag on one article
   *[other] Tags on { $tags } articles
} and { $codings ->
    [one] one coded passage
   *[other] { $codings } coded passages
} rest on it. Which topic shall they go to?
topic-remove-into = They go to…
topic-remove-heir = What rests on it goes to { $topic }:
remove-rejected = { $number ->
    [one] One rejection goes with it.
   *[other] { $number } rejections go with it.
}
remove-notes = { $number ->
    [one] In one note the link to it becomes plain words.
   *[other] In { $number } notes the links to it become plain words.
}
remove-children = { $number ->
    [one] One topic under it moves up.
   *[other] { $number } topics under it move up.
}
remove-gone = “{ $topic }” and its terms are no longer in the codebook.
topic-split-title = Split a part off “{ $topic }”
topic-split-label = Name of the new topic
topic-split-terms = Terms that go to it
topic-split-articles = Articles whose decisions and codings go
topic-split-nothing = Nothing has been decided or coded with this topic yet.
topic-split-text = Articles are ticked for which the chosen terms speak more than those that stay. The rest keeps its topic.
topic-split-do = Split
split-decided-suggested = waiting
split-decided-accepted = accepted
split-decided-rejected = rejected
split-decided-by-hand = added by you
split-codings = { $number ->
    [one] one coding
   *[other] { $number } codings
}
topic-tab-history = History
history-none = Nothing of this topic has changed since versions are kept.
history-found = As it was found when versions began
history-changed = Changed
history-decided = Decided under it: { $tags ->
    [one] one tag
   *[other] { $tags } tags
}, { $rejected ->
    [one] one rejection
   *[other] { $rejected } rejections
}
history-undecided = No decision in force was made under it.
history-elsewhere = Made under versions of topics that were merged into this one. { $decided }
change-threshold = Threshold { $before } → { $after }
change-parent = Moved from { $before } to { $after }
change-on-top = the top
change-heading = Became a heading
change-no-heading = Became a topic
change-text = { $field }: “{ $before }” → “{ $after }”
change-text-new = { $field } added: “{ $after }”
change-text-gone = { $field } taken away: “{ $before }”
change-term-added = Term added: { $term } ({ $language }, weight { $weight })
change-term-removed = Term removed: { $term } ({ $language })
change-term = Term { $term }: { $how }
change-weight = weight { $before } → { $after }
change-facet = part { $before } → { $after }
codebook-export-title = Export the codebook
codebook-skos-ttl = SKOS, Turtle
codebook-skos-ttl-text = For vocabulary editors and the web of data; nothing is lost.
codebook-skos-jsonld = SKOS, JSON-LD
codebook-skos-jsonld-text = The same as JSON.
codebook-skos-rdf = SKOS, RDF/XML
codebook-skos-rdf-text = The same for older programs, such as PoolParty or TemaTres.
codebook-qdc = REFI-QDA codebook (.qdc)
codebook-qdc-text = For QualCoder, MAXQDA, ATLAS.ti and NVivo: names, colours and definitions.
codebook-csv = Table (CSV)
codebook-csv-text = A row a topic, a row a term: for Excel and LibreOffice.
codebook-toml = Chancery's own (TOML)
codebook-toml-text = To edit by hand or keep under version control.
codebook-not-carried = The format has no place for
codebook-carries-all = The format carries everything.
codebook-written = { $number ->
    [one] One topic written to { $path }
   *[other] { $number } topics written to { $path }
}
codebook-import-title = Import a codebook
codebook-import-text = SKOS (Turtle, JSON-LD, RDF/XML), REFI-QDA codebook (.qdc), CSV or Chancery's own TOML. Nothing is deleted: topics that are there are brought up to date.
codebook-files = Codebooks
codebook-choose-file = Choose a file…
codebook-cap = CAP major topics
codebook-take-in = Import
codebook-would = { $added } new, { $changed } changed, { $unchanged } as they are; { $terms } terms new
codebook-nothing-new = Nothing to import: all { $number } topics are here just so.
codebook-added = New:
codebook-changed = Changed:
codebook-same = “{ $file }” is taken for { $topic }, by its name.
codebook-not-taken = Not taken over
left-more = and { $number } more
left-everything = The whole codebook
left-name = What the codebook is called
left-topic = Topics
left-slug = Short names: others are made of the names
left-label = Names in some languages
left-definition = Definitions
left-include = What belongs to topics
left-exclude = What does not belong to topics
left-parent = Places in the tree
left-heading = That topics are headings
left-threshold = Thresholds
left-colour = Colours
left-terms = Terms
left-languages = Texts in other languages
left-english = English names: another language stands in
left-taken-slug = Short names that stand there twice get a number
left-parents = Further parents
left-lost-parent = Parents that are nowhere, or below
left-sets = Sets and collections
left-links = Links to other topics and vocabularies
left-columns = Columns nobody knows

## Topics

accept = Accept
reject = Reject
codebook = Codebook
topics-find = Filter the codebook
topic-none-title = No topic is open
topic-none-text = Choose one on the left to see what it means, which words speak for it, and where they hit.
topic-include = Belongs here
topic-exclude = Does not
topic-terms = Terms
topic-terms-list = Terms of the topic
topic-no-terms = A heading has no terms.
topic-is-group = This is a heading: it gathers the topics under it and is never suggested itself.
topic-tabs = What is known of the topic
topic-tab-suggested = Suggested
topic-tab-accepted = Accepted
topic-tab-rejected = Rejected
topic-tab-passages = Passages
codings-none = No passage is coded with this topic yet. Select words in an article and press T.
codings-export = Save as a table…
codings-written = { $number ->
    [one] One coded passage written to { $path }
   *[other] { $count } coded passages written to { $path }
}
codings-more = Show { $count } more
codings-remove = Take the topic off this passage
topic-none-suggested = Nothing waits: no article has a suggestion of this topic that is not decided.
topic-none-accepted = Not accepted on any article yet.
topic-none-rejected = Not rejected on any article.
topic-rate = { $percent } of { $decided } decided suggestions were accepted
topic-rate-none = No suggestion has been decided yet
topic-in-list = Show in the article list
topic-all-in-list = Show all in the article list
topic-take-back = Take back
topic-because = Rejected because: { $reason }
topic-suggested-on = { $number ->
    [one] suggested on one article
   *[other] suggested on { $number } articles
}
topic-accepted-on = { $number ->
    [one] accepted on one article
   *[other] accepted on { $number } articles
}


## Search

search-words = Words to search for
search-placeholder-long = Words, "a phrase", word*, -without, topic:energy
search-filters = Filters
search-after = From (2021)
search-before = Before (2022)
search-order = Order
facet-year = Year
facet-month = Month
facet-period = Period
facet-without = Without { $what }
facet-more = { $count } more
search-day-problem = As 2021, 2021-09 or 2021-09-10
search-found = { $number ->
    [one] one article
   *[other] { $count } articles
}
search-read-as = read as
search-expanded = also as { $forms }
search-only-as-typed = Only as typed
search-as-typed = names only as typed
search-other-letters = Also in other letters
search-found-at-most = at most { $count } articles
search-found-at-least = more than { $count } articles
search-ranked = the newest { $count } by how well they answer, the others by day
search-partly = The search index is being made: what is not in it yet is not found.
search-at-most = at most { $count }
search-explain = How it was read
search-part = Part
search-part-articles = Articles
search-looked-for = Looked for as
search-not = not
search-hints = Not read as it may have been meant
search-hint-no-such-field = is no field: looked for as words
search-hint-star = is looked for as words: a star stands at the end of a word
search-hint-not-near = joins words and phrases only: both are looked for
search-hint-no-value = is left out: it has no value
search-hint-not-a-date = is left out: no date is named
search-hint-not-a-language = is left out: there is no such language
search-hint-not-had = is left out: articles have note, tag, suggestion, coding, evidence, date, day, month, year, outlet or copies
search-hint-nothing-called-so = is left out: nothing in this dossier is called so
search-hint-too-many = and what follows is left out: a question has up to 128 parts, a neighbourhood eight
search-help = How to ask
search-help-all = both words, in any of their forms
search-help-or = either
search-help-not = without what follows the minus; brackets group
search-help-phrase = a phrase, each word in any form
search-help-exact = this form and no other
search-help-prefix = words that begin so, or whose stem does
search-help-near = with at most five words between
search-help-fields = of a topic, in Russian or Belarusian; also outlet: and tag:
search-help-dates = published from 2019 on, and before December 2021; also on:
search-help-has = evidence for a milestone, and without a note
search-hits = Passages found
search-empty-title = Search titles and texts
search-empty-text = In English, Russian and Belarusian at once; names are found in Latin and Cyrillic letters.
search-none-title = Nothing found
search-none-text = No article has these words. Fewer words, word* or OR find more.
search-none-filtered = No article under these filters has these words.
search-save = Save search
search-saved-name = Name of the saved search
search-saved-list = Saved searches
search-saved-new = { $number ->
    [one] one new
   *[other] { $count } new
}
search-saved-only-new = Only what is new since you last looked
search-saved-update = Update to this question
search-saved-rename = Rename
search-saved-remove = Remove the saved search
search-saved-unread = not all of it can be read: { $typed }
search-saved-counting = counting…
search-new = new
search-none-new = Nothing new since you last looked.
command-search-save = Save this search
search-offers = Names that fit
search-field-topic = a topic, tagged or suggested
search-field-tag = a topic it is tagged with
search-field-outlet = who published it
search-field-lang = its language
search-field-after = published from that day on
search-field-before = published before that day
search-field-on = published on that day, in that month or year
search-field-has = what there is: a note, a tag, evidence …
search-field-milestone = evidence for a milestone
search-has-note = a note about it
search-has-tag = a tag
search-has-suggestion = a suggestion that waits
search-has-coding = a coded passage
search-has-evidence = a passage that is evidence
search-has-date = a day of publication
search-has-outlet = an outlet
search-has-copies = copies or reprints
search-out = Export…
   *[other] { $count } articles with their passages written to { $path }
}

search-view = How it is shown
search-view-passages = Passages
search-view-context = In context
search-view-trend = Trend
command-search-passages = Show the passages found
command-search-context = Show what is found in its context
command-search-trend = Show what is found along time

## Keyword in context

context-lines = Passages in their context
context-order = In the order of
context-date = Date
context-left = Before
context-found = Found
context-right = After
context-outlet = Outlet
context-by-date = By date, the newest first
context-by-left = By the words before
context-by-found = By the words found
context-by-right = By the words after
context-in-title = · in the title
context-passages = { $number ->
    [one] one passage
   *[other] { $count } passages
}
context-first = the first { $passages }: { $read } of { $total } articles were read for them
context-empty-text = Each passage found is a line here, with the words before and after it.
context-none-text = No article has words that answer this question.

## Trends

trend-controls = What is counted
trend-measure = Counted
trend-articles = Articles
trend-stories = Stories
trend-tags = Tags
trend-passages = Passages found
trend-unit = By
trend-by-fitting = By what fits
trend-by-week = by week
trend-by-month = by month
trend-by-year = by year
trend-split = Split
trend-split-none = Not split
trend-split-topic = Split by topic
trend-split-outlet = Split by outlet
trend-split-language = Split by language
trend-bars = Bars along time. Arrow keys go from bar to bar, Enter opens what one counts.
trend-years = Years
trend-when = When
trend-all = All
trend-others = { $count } others
trend-without-topic = No topic
trend-without-outlet = Outlet unknown
trend-without-language = Language unknown
trend-stories-of = { $number ->
    [one] one story in { $articles }
   *[other] { $count } stories in { $articles }
}
trend-tags-of = { $number ->
    [one] one tag on { $articles }
   *[other] { $count } tags on { $articles }
}
trend-passages-of = { $number ->
    [one] one passage in { $articles }
   *[other] { $count } passages in { $articles }
}
trend-coarse-week = { $number ->
    [one] one article whose day is not known
   *[other] { $count } articles whose day is not known
}
trend-coarse-month = { $number ->
    [one] one article whose month is not known
   *[other] { $count } articles whose month is not known
}
trend-coarse-year = { $number ->
    [one] one article whose year is not known
   *[other] { $count } articles whose year is not known
}
trend-undated = { $number ->
    [one] one article without a date
   *[other] { $count } articles without a date
}
trend-too-many = Passages are counted in up to 5,000 articles; here are more, so articles are counted. A narrower question counts passages.
trend-at-most = The figures are upper bounds: too many articles would have to be read to know which have the prefix or the exact form.
trend-scales = The parts share one scale; the whole has its own.
trend-several-topics = An article with several topics counts for each.
trend-told-again = A story told in two of these spans counts in both.
trend-none-title = Nothing to count
trend-none-text = No article answers this question.
trend-zoom = Only { $year }
trend-whole = The whole span
trend-export = Export the trend
command-trend-svg = Export the trend as SVG
command-trend-png = Export the trend as PNG
command-trend-csv = Export the trend as CSV
trend-exported = Trend written to { $path }


## Overview

overview-empty-title = This dossier is empty
overview-empty-text = Import articles to begin. Text, HTML, PDF, Word and mail are read; every original is kept.
overview-to-review = suggestions to review
overview-stories = stories without their copies
overview-needs-a-look = with a field to look at
overview-unevidenced = rest on judgement only
overview-undated = undated articles
overview-proposals = proposals of milestones
overview-overdue = promises past their deadline
overview-doubted = with evidence to look at again
overview-lost = passages not found
overview-ladder = How far it has come
overview-events = without status
overview-all-lanes = All lanes
overview-done-share = share done
overview-share = { $share } %
overview-years = Milestones by year
overview-to-axis = Time axis and register
overview-months = Articles by month
overview-article-years = Articles by year
overview-since = Since last time
overview-since-none = Nothing was done since last time.
overview-since-more = { $number ->
    [one] and one step more
   *[other] and { $number } steps more
}
overview-before = Before that
overview-new-in-searches = New in saved searches
overview-recent = Last done
overview-recent-none = Nothing has been done yet
overview-all-operations = All of it

## Settings

settings-appearance = Appearance
settings-dossier = Dossier
settings-operations = What was done
settings-about = About
settings-theme-text = Follows the system unless chosen here.
settings-language = Language
settings-language-text = The language of the interface. What is not translated yet stays English.
settings-newer = A newer bundled dossier
settings-copy-path = Copy the path
settings-verify = Check the dossier
settings-verify-text = Compares every original with its hash, every piece of evidence with its text, the references, the index and the journal.
settings-verify-now = Check now
settings-verifying = Checking…
settings-sound = The dossier is sound.
settings-unsound = The dossier has problems. Make a backup before doing anything else, and copy the lines below.
settings-checked = { $count } checked
settings-problems = { $number ->
    [one] one problem
   *[other] { $number } problems
}
settings-index = Search index
settings-index-text = Finds an article only if it is in the index. Made anew it is read from the articles again; you can go on working meanwhile.
settings-index-now = Make it anew
settings-backup = Back up
settings-backup-text = Writes a verified copy of the whole dossier to a file of your choice.
settings-other = Another dossier
settings-other-text = One file holds everything about one subject.
settings-import = Import
settings-import-text = Files and folders can also be dropped on the window.
verify-integrity = File
verify-references = References
verify-originals = Originals
verify-evidence = Evidence
verify-search-index = Search index
verify-journal = Journal
operations-text = Every change to this dossier, newest first. Undo goes back from the newest, also after a restart.
operations-none-text = What you do in this dossier is listed here and can be undone.
operations-more = Show earlier ones
operation-undone = undone
operation-abandoned = undone, then something else was done
about-text = An offline desk for analysts who follow how states integrate: articles, milestones with the passages that prove them, notes, briefings.
about-offline = It stays on this machine
about-offline-text = Chancery never opens a network connection. Nothing leaves the machine unless you export it.
about-licence = Licence
about-licence-text = Free software. Fonts: Source Serif 4 and Inter, under the SIL Open Font License. Russian stems after the dictionary of Alexander I. Lebedev.


## Imports


### The screens end here
error-would-replace = { $path } is a dossier and was not overwritten. Choose another name.

# Review of suggestions
review-accept = Accept
review-reject = Reject
review-skip = Later
review-undo = Back
review-because = Why not? (optional)
review-open = Open the article
review-question = Is it about { $topic }?
review-by-rules = by its terms { $percent }
review-in-title = In the title:
review-to-passage = Show the passage in the article
review-list = Next suggestions
review-topic = Topic
review-all-topics = All topics
review-waiting = { $number ->
    [one] one suggestion waits
   *[other] { $count } suggestions wait
}
review-put-off = { $count } put off
review-was-put-off = put off
review-decided = { $number ->
    [one] one decided in this sitting
   *[other] { $count } decided in this sitting
}
review-no-effect = no other suggestion changed by it
review-skipped = put off: it comes again at the end
review-back = taken back
review-empty-title = Nothing waits for your yes or no
review-empty-text = Suggestions come with articles, with terms and with what topics learn from your decisions. Of a topic you can also ask what was missed.
review-empty-action = To the topics

# Proposals of milestones
proposals = Proposals
milestones-views = Views of the milestones
command-proposals = Proposals of milestones
proposals-running = Reading the articles for proposals
proposals-order = Order of the proposals
proposals-by-score = Surest first
proposals-by-date = By date
proposals-by-article = By article
proposals-waiting = { $number ->
    [one] one proposal
   *[other] { $count } proposals
}
proposals-empty-title = Nothing is proposed
proposals-reading-title = The articles are being read
proposals-empty-text = Sentences with a date that speak of a step – signed, agreed, put off; a treaty, a roadmap, a common market – are proposed here as milestones, or as evidence of those there are. What you reject does not come back.
proposals-empty-action = To the articles
proposal-accept = Accept
proposal-accept-edited = Accept as edited
proposal-merge = Merge into…
proposal-reject = Reject
proposal-edit = Edit
proposal-skip = Later
proposal-undo = Back
proposal-is-evidence = evidence
proposal-merge-title = Evidence of which milestone?
proposal-with-step = and set it to “{ $status }” as of this date
proposal-rather-evidence = Rather evidence of a milestone there is:
proposal-step = The passage says it is now “{ $status }”.
proposal-told-before = the same is its evidence already
proposal-same-time = same time
proposal-shared = both say { $words }
proposal-told-by = Told by { $count } articles, each for itself
proposal-copies = { $number ->
    [one] and one copy
   *[other] and { $count } copies
}
proposal-date-stated = “{ $words }”: { $date }
proposal-date-counted = “{ $words }”: { $date }, counted from { $from }
proposal-from-published = the day of the article
proposal-from-dateline = the dateline of the article
proposal-from-text = a date named before it
proposal-why = Why it is proposed
proposal-score = Sure to { $score }, by its cues and its date
proposal-score-learned = Sure to { $score }: { $cues } by its cues and its date, { $words } by what its words have in common with those accepted and rejected
proposal-cue-was = was { $usual }
proposal-cue-moved = Counts { $now } instead of { $usual }: { $yes } accepted, { $no } rejected
proposal-cue-now = “{ $cue }” counts { $after } instead of { $before }
proposal-withdrawn = { $number ->
    [one] one other proposal withdrawn
   *[other] { $count } other proposals withdrawn
}
proposal-fresh = { $number ->
    [one] one proposal new
   *[other] { $count } proposals new
}
proposal-no-effect = no other proposal changed by it
cue-agree = agreed
cue-sign = signed
cue-initial = initialled
cue-ratify = ratified
cue-in-force = came into force
cue-approve = approved
cue-decide = decided
cue-set-up = set up
cue-prepare = prepared
cue-negotiate = talks
cue-meet = met
cue-begin = began
cue-complete = carried out
cue-introduce = introduced or lifted
cue-postpone = put off
cue-fail = failed to
cue-withdraw = withdrawn
cue-promise = promised
cue-due = due by
cue-plan = planned
cue-state = announced
cue-hold = took place
cue-union-state = Union State
cue-integration = integration
cue-roadmap = roadmap
cue-union-programme = union programme
cue-programme = programme
cue-working-group = working group
cue-treaty = treaty or agreement
cue-market = common market
cue-currency = single currency
cue-common-law = common law
cue-bodies = common bodies
cue-energy = energy
cue-loan = loan
cue-defence = defence
cue-citizens = rights of citizens
cue-election = election
cue-sanctions = sanctions
cue-both-sides = both sides named
cue-doubt = in doubt

# How a topic learns
topic-tab-learning = Learning
learning-heard = Learned from { $number ->
    [one] one decision
   *[other] { $count } decisions
}, which counts { $weight } of each score; the rest is what the terms say.
learning-not-heard = What is learned is heard once two articles belong and two do not: so far { $yes } and { $no }.
learning-review = Review what waits
learning-precision = Of what would have been suggested before you decided { $percent } was right.
learning-lately = In the last third { $percent }.
learning-curve = Learning curve
learning-stretch = up to decision { $decisions }: { $right } rightly suggested, { $wrong } wrongly, { $missed } missed; precision { $precision }
learning-right = rightly suggested
learning-wrong = wrongly suggested
learning-missed = missed
learning-threshold = Suggested from
learning-threshold-set = Set
learning-consequence = { $number ->
    [one] One article would wait.
   *[other] { $count } articles would wait.
}
learning-consequence-own = Of your own decisions { $right } rightly suggested, { $wrong } wrongly, { $missed } missed.
learning-confused = Taken for each other
learning-other-instead = { $count } × it was the other
learning-instead-of-other = { $count } × it was this one

# What have I missed?
missed-title = What have I missed?
missed-what = Thirty articles on which you have not decided this topic are drawn by chance. What you find among them tells how many more there are, and when you can stop.
missed-draw = Draw 30 articles
missed-more = Draw 30 more
missed-afresh = Begin anew
missed-none-left = You have decided on every article: nothing can be missed.
missed-looked = { $looked } of { $drawn } looked at, drawn from { $frame } articles: { $number ->
    [0] none belongs
    [one] one belongs
   *[other] { $hits } belong
}
missed-progress = Articles of the sample looked at
missed-recall = You have found { $found }, some { $recall } of all (at 95 % between { $least } and { $most }).
missed-bounds = At 95 % at most { $number ->
    [0] none
   *[other] { $most }
} of the other { $of } { $number ->
    [0] is missed.
    [one] is missed.
   *[other] are missed.
}
missed-enough = That is enough: at least nine of ten are found.
missed-needed = { $number ->
    [one] Look at one more; if it does not belong, that is enough.
   *[other] Look at { $count } more; if none of them belongs, that is enough.
}
missed-all = Too much is still open: go on, or review suggestions first.
missed-method = Each bound by itself is exact at 95 % (hypergeometric, after Clopper and Pearson).
missed-question = Is it about { $topic }?
missed-yes = Yes
missed-no = No
missed-text = Text of the article

# Tagging many at once
bulk-title = Decide a topic: { $what }
bulk-verdict = What to decide
bulk-tag = They belong to the topic
bulk-reject = They do not belong to it
search-tag-all = Tag all…

# The register as of a day
as-of = As of
as-of-today = As of today
as-of-window = The day looked at
as-of-happened-by-day = Happened by { $day }
as-of-known-by-day = Known by { $day }
as-of-happened-by-a-day = Happened by a day…
as-of-known-by-a-day = Known by a day…
as-of-screen-happened-by = What had happened by { $day }, with all evidence held now
as-of-screen-known-by = What articles published by { $day } had told
as-of-not-happened-by = It had not happened by { $day }.
as-of-not-known-by = It was not known by { $day }.
evidence-later = told later than this day
status-later = later than this day
as-of-happened-by = Happened by
as-of-known-by = Known by
as-of-day = The day
as-of-no-day = A day, a month or a year, as 1 March 2021
as-of-told = { $number ->
        [one] { $count } milestone
       *[other] { $count } milestones
    } by { $day }; { $later } later
as-of-compare = Compare with another day…
as-of-leave = Back to today
as-of-changes-happened-by = What happened between two days
as-of-changes-known-by = What became known between two days
as-of-between = Between { $day } and
as-of-other = The other day
as-of-same = The two days do not differ.
as-of-no-status = no status
as-of-new-happened-by = happened
as-of-new-known-by = became known
as-of-status = { $before } → { $after }
as-of-evidence = { $number ->
        [one] one more passage
       *[other] { $number } more passages
    }
as-of-surely = its date has passed
come-perhaps = perhaps
come-perhaps-hint = Its date can mean a day by then, and one after
come-ahead = ahead
come-ahead-hint = It was known, and lay ahead
command-happened-by = As of a day: what had happened
command-known-by = As of a day: what was known

## The register and spreadsheets

register-actions = Actions on the register
command-register-import = Import a spreadsheet…
command-register-export = Export the register…
sheet-import-title = Import a spreadsheet
sheet-export-title = Export the register
sheet-import-text = Excel (XLSX) or CSV, with a row of headings in English, Russian or Belarusian. You see what becomes of every row before anything is changed; nothing is deleted.
sheet-files = Spreadsheets
sheet-choose = Choose a file…
sheet-choose-other = Another file…
sheet-sheet = Sheet
sheet-take-in = { $number ->
    [0] Import
    [one] Import one row
   *[other] Import { $number } rows
}
sheet-columns = Columns and what they hold
sheet-column = Column { $number }
sheet-holds = { $column } holds
sheet-left-out = left out
sheet-no-title = Say which column holds the titles; then every row is shown as it would come in.
sheet-reason = Reason for a status without one of its own
sheet-reason-default = From the spreadsheet { $name }
sheet-kind = Kind of new milestones
sheet-lanes = New lanes: { $lanes }
sheet-formulas = { $number ->
    [one] One cell is a formula; its saved result counts.
   *[other] { $number } cells are formulas; their saved results count.
}
sheet-merged = { $number ->
    [one] One merged region counts for each of its rows.
   *[other] { $number } merged regions count for each of their rows.
}
sheet-rows = What becomes of the rows
sheet-row = Row { $number }
sheet-count-new = { $number } new
sheet-count-changed = { $number } changed
sheet-count-same = { $number } as they are
sheet-count-refused = { $number } refused
sheet-row-new = New
sheet-row-same = As it is. { $known }
sheet-row-changed = Changes { $fields }. { $known }
sheet-by-uid = Known by its UUID.
sheet-by-title-and-date = Known by title and date.
sheet-by-title = Known by its title alone.
sheet-field-title = title
sheet-field-title-ru = title in Russian
sheet-field-title-be = title in Belarusian
sheet-field-date = date
sheet-field-kind = kind
sheet-field-lane = lane
sheet-field-parent = part of
sheet-field-deadline = deadline
sheet-field-status = status
sheet-field-since = status since
sheet-field-reason = reason for the status
sheet-field-who = who
sheet-field-role = role
sheet-field-description = description
sheet-field-number = number
sheet-field-uid = UUID
sheet-wrong-no-title = It has no title. Write one into { $column }.
sheet-wrong-error-cell = { $column } “{ $words }” is an error of the spreadsheet. Mend the cell.
sheet-wrong-no-result = { $column } is a formula without a saved result. Open the file in its program and save it.
sheet-wrong-not-a-date = { $column } “{ $words }” is no date. Write it as 8 December 1999, autumn 2019?, by November 2019, осенью 2019 or EDTF.
sheet-wrong-number-as-date = { $column } “{ $words }” is a number and no year. Format the cell as a date.
sheet-wrong-no-such-kind = { $column } “{ $words }” is no kind. Write one such as treaty, decision, roadmap, statement.
sheet-wrong-no-such-status = { $column } “{ $words }” is no step of the ladder. Write one as the register names them.
sheet-wrong-no-such-role = { $column } “{ $words }” is no role. Write promised, decided, claimed, agreed or announced.
sheet-wrong-not-a-uid = { $column } “{ $words }” is no UUID. Leave the cell empty for a new milestone.
sheet-wrong-no-such-parent = { $column } “{ $words }” is neither a row of the file nor in the register.
sheet-wrong-many-parents = Several milestones are called “{ $words }”. Name the parent by its number or UUID.
sheet-wrong-parent-refused = It is part of row { $words }, which is refused.
sheet-wrong-circle = { $column } “{ $words }”: it would lie under itself.
sheet-wrong-many-same = Several milestones are called “{ $words }”. Give the UUID of the one meant.
sheet-wrong-twice = It is the same milestone as row { $words }.
sheet-written = { $number ->
    [one] One milestone written to { $path }
   *[other] { $number } milestones written to { $path }
}

## What the register says of itself

warnings = What is weak about the evidence
warning-one-story = All evidence is one story.
warning-one-outlet = All evidence is from one outlet: { $outlet }.
warning-one-camp = All evidence is from the state’s side: { $country }.
warning-interstate = All evidence is from bodies of the states together.
warning-other-date = A passage tells another date: “{ $words }” ({ $date }).
warning-lost = { $number ->
    [one] The words of one passage no longer stand in its article. Open it there and give it its place, or remove it.
   *[other] The words of { $number } passages no longer stand in their articles. Open them there and give them their places, or remove them.
}
evidence-copy = a copy
stall-title = Does it rest?
stall-since = Nothing new since { $day }, for { $months } months or more.
stall-rule = { $months ->
    [0] Never propose “{ $step }”
   *[other] Propose “{ $step }” after { $months } months
}
stall-accept = Set on hold
stall-accept-as = Set to “{ $step }”
stall-dismiss = It does not
roll-up-done = { $done } of { $all } done
roll-up-parts = Its parts: { $done }
roll-up-overdue = { $number ->
    [one] one past its deadline
   *[other] { $count } past their deadline
}
roll-up-next = first due { $date }
deadline-late = late
deadline-past = Due { $date }, and not done
lane-none = no lane
register-no-parent = “{ $title }” is not one milestone of the register. Type its title, or choose from the list.


## Reading again

command-read-again = Read again from the original…
original-read-again = Read again…
marked-read-again = Read again from the originals…
read-again-title = Read again from the original
read-again-do = Read again
read-again-changes = What changes
read-again-same = { $number ->
    [one] It is read as it was: nothing changes.
   *[other] All are read as they were: nothing changes.
}
read-again-kept = What you corrected stays. Tags, evidence, coded passages and notes stay with the article.
read-again-sum = { $number ->
    [one] One article is read otherwise, { $same } as they were. What you corrected stays.
   *[other] { $count } articles are read otherwise, { $same } as they were. What you corrected stays.
}
read-again-nothing = unknown
read-again-stays = stays as you corrected it
read-again-text = Text
read-again-words-same = the same words
read-again-words = { $added } words more, { $removed } less, of { $all }
read-again-passages = Passages
read-again-found = { $number ->
    [one] One of { $all } found again by its words, { $moved } elsewhere
   *[other] { $count } of { $all } found again by their words, { $moved } elsewhere
}
read-again-lost = { $number ->
    [one] One no longer stands in the text. It keeps its words and waits for you:
   *[other] { $count } no longer stand in the text. They keep their words and wait for you:
}
read-again-evidence = Evidence
read-again-coding = Coded
read-again-note-link = Linked from a note
read-again-refused = Stays as it is: { $why }

## Passages not found

section-lost = Passages not found
lost-about = Since their articles were read again, these words no longer stand there. They stay evidence, codings and links until you give them a place or remove them.
lost-none-title = Every passage stands in its article
lost-none-text = Where an article is read again and words are gone from it, their passages are listed here.
lost-mark = no longer in the text as it is read now
lost-card = Passage of { $of }
lost-of-milestones = Evidence of
lost-of-topics = Coded as
lost-of-notes = Linked from the note
lost-may-be = What stands there now, with the differences.
lost-nowhere = Nothing like it stands in the article.
lost-take-guess = Take what stands there
lost-take-selected = Take the selected words
lost-select = or select its words in the text
lost-choose = Choose in the article
lost-remove = Remove
