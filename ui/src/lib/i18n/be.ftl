# Словы Chancery па-беларуску. Чаго тут няма, бярэцца з en.ftl.

section-overview = Агляд
section-articles = Артыкулы
section-milestones = Вехі
section-topics = Тэмы
section-notes = Нататкі
section-briefings = Даведкі
section-imports = Імпарт
section-look = Паглядзець
section-search = Пошук
section-settings = Налады
section-to-review = На праверку
section-bin = Сметніца
cancel = Скасаваць
close = Закрыць
undo = Адмяніць
redo = Паўтарыць
remove = Прыбраць
restore = Аднавіць
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-circa = каля { $date }
date-inferred = { $date } (па кантэксце)
date-uncertain = { $date } (пад пытаннем)
date-by = не пазней: { $date }
date-since = пачынаючы з: { $date }
date-range = { $start } – { $end }
date-undated = без даты
language-en = англійская
language-ru = руская
language-be = беларуская
language-uk = украінская
language-paragraphs = { $number ->
    [one] { $count } абзац — { $language }
    [few] { $count } абзацы — { $language }
   *[other] { $count } абзацаў — { $language }
}
status-not-begun = не пачата
status-begun = пачата
status-partly = часткова
status-done = выканана
status-on-hold = прыпынена
status-withdrawn = адклікана

### The screens: milestones, notes, briefings, topics, search, overview, settings

## Вехі

kind-treaty = дагавор
kind-decision = рашэнне
kind-working-group = рабочая група
kind-roadmap = дарожная карта
kind-negotiation = перамовы
kind-deadline = тэрмін
kind-statement = заява
kind-implementation = выкананне
kind-external-event = знешняя падзея
role-promised = абавязаліся
role-decided = вырашылі
role-claimed = сцвярджаюць
role-agreed = узгаднілі
role-announced = абвясцілі
axis = Вось часу
axis-list = Вехі ў часе. Стрэлкі вядуць ад адной да другой, плюс і мінус мяняюць маштаб.
axis-in = Буйней
axis-out = Драбней
axis-earlier = Раней
axis-later = Пазней
axis-fit = Паказаць усё
axis-today = сёння
legend-inferred = прыкладна або па кантэксце
register = Рэестр вех
register-find = Адбор у рэестры
register-none-title = Ніводная веха не падыходзіць
any-lane = Любы кірунак
any-status = Любы стан
column-date = Калі
column-title = Што
column-kind = Від
column-lane = Кірунак
column-who = Хто
column-status = Стан
column-evidence = Довады
command-new-milestone = Новая веха…
milestone-new = Новая веха
milestone-new-short = Новая
milestones-empty-title = Вех пакуль няма
milestone-none-title = Веха не выбрана
milestone-none-text = Выберыце веху на восі або ў рэестры, каб убачыць, на чым яна заснавана.
milestone-fields = Што вядома
milestone-parent = Частка
milestone-bundled = з убудаванага дасье
milestone-edit = Змяніць
milestone-note-short = Нататка
milestone-note = Новая нататка пра гэтую веху
milestone-set-status = Задаць стан
command-remove-milestone = Прыбраць веху
status-history = Стан
status-judgement = маё меркаванне
status-since = з { $date }
status-known = вядома на { $date }
evidence-supports = За
evidence-contradicts = Супраць
evidence-mentions = Згадкі
evidence-none-title = Гэтага пакуль не даказвае ніводны ўрывак.
evidence-none-text = Вылучыце ўрывак у артыкуле і націсніце M, каб далучыць яго.
evidence-remove = Прыбраць гэты довад
evidence-accept = Прыняць для даведак
evidence-accept-all = Прыняць усе
evidence-proves-date = дата
evidence-proves-who = хто
evidence-proves-status = стан
lineage = Пераемнасць
lineage-unevidenced = ніводны ўрывак гэтага не кажа
linked-notes = Нататкі
linked-notes-none = Пра гэта пакуль няма нататак.
form-edit-milestone = Змяніць веху
form-title = Што адбылося або было абяцана
form-date = Калі
form-kind = Від
form-lane = Кірунак
form-parent = Частка
form-who = Хто
form-role = Роля
form-make = Стварыць веху
form-save = Захаваць
form-status = Стан
form-set-status = Задаць стан

## Нататкі

notes-find = Адбор нататак
notes-empty-title = Нататак пакуль няма
note-new = Новая нататка
note-none-title = Нататка не адкрыта
note-none-text = Выберыце нататку злева або пачніце новую.
note-untitled = Без назвы
note-title = Назва нататкі
note-text = Тэкст нататкі
note-saved = Захавана { $when }
note-unsaved = Захаваецца ў паўзе
note-leads-to = Спасылкі
note-backlinks = Адваротныя спасылкі
note-backlinks-none = Іншыя нататкі сюды не спасылаюцца.
command-new-note = Новая нататка
command-remove-note = Прыбраць нататку
link-article = артыкул
link-passage = урывак
link-topic = тэма
link-milestone = веха
link-note = нататка

## Даведкі

briefings-empty-title = Даведак пакуль няма
briefing-new = Новая даведка
briefing-untitled = Без назвы
briefing-title = Назва
briefing-date = Дата
briefing-date-today = дзень вываду
briefing-audience = Для каго
briefing-blocks = Блокі
briefing-pane = Даведка
briefing-export = Вывесці
block-add = Дадаць
block-heading = Загаловак
block-text = Тэкст
block-key-points = Галоўнае
block-timeline = Вось часу
block-register = Рэестр
block-quotations = Цытаты
block-found = Захаваны пошук
block-found-gone = Пошук выдалены
block-found-most = Паказаць артыкулаў, не больш за
block-found-hint = Шукаецца нанова кожны раз, калі складаецца даведка: кожны артыкул са сказам, які адказвае, і са спасылкай.
block-note = Нататка
block-sources = Крыніцы
block-all = усе
command-new-briefing = Новая даведка
command-index-anew = Пабудаваць паказальнік пошуку нанова
command-remove-briefing = Прыбраць даведку

## Тэмы і пошук

accept = Прыняць
reject = Адхіліць
topics-find = Адбор тэм
topic-none-title = Тэма не адкрыта
topic-terms = Словы
topic-tabs = Тэма: што пра яе вядома
topic-tab-suggested = Прапанавана
topic-tab-accepted = Прынята
topic-tab-rejected = Адхілена
topic-take-back = Узяць назад
search-found-at-least = больш за { $count }
search-ranked = паводле адпаведнасці { $count } самых новых, астатнія па дні
search-partly = Паказальнік пошуку яшчэ будуецца: чаго ў ім пакуль няма, тое не знаходзіцца.
search-order = Парадак
facet-year = Год
facet-month = Месяц
facet-period = Перыяд
facet-without = Без: { $what }
facet-more = яшчэ { $count }
search-words = Што шукаць
search-save = Захаваць пошук
search-saved-name = Назва захаванага пошуку
search-saved-list = Захаваныя пошукі
search-saved-new = { $number ->
    [one] { $count } новы
    [few] { $count } новыя
   *[other] { $count } новых
}
search-saved-only-new = Толькі новае з мінулага прагляду
search-saved-update = Замяніць гэтым пытаннем
search-saved-rename = Перайменаваць
search-saved-remove = Выдаліць захаваны пошук
search-saved-unread = прачытана не ўсё: { $typed }
search-saved-counting = ідзе падлік…
search-new = новае
search-none-new = З мінулага прагляду нічога новага.
command-search-save = Захаваць гэты пошук
search-offers = Прыдатныя назвы
search-field-topic = тэма, пазначаная або прапанаваная
search-field-tag = тэма, якой пазначаны артыкул
search-field-outlet = хто апублікаваў
search-field-lang = мова
search-field-after = апублікавана з гэтага дня
search-field-before = апублікавана да гэтага дня
search-field-on = апублікавана ў гэты дзень, месяц або год
search-field-has = што ёсць: нататка, пазнака, сведчанне …
search-field-milestone = сведчанне для вяхі
search-has-note = нататка пра яго
search-has-tag = пазнака
search-has-suggestion = нявырашаная прапанова
search-has-coding = размечаны ўрывак
search-has-evidence = урывак-сведчанне
search-has-date = дзень публікацыі
search-has-outlet = выданне
search-has-copies = копіі або перадрукі
search-out = Экспарт…
search-hits = Знойдзеныя ўрыўкі
search-none-title = Нічога не знойдзена

## Агляд і налады

overview-ladder = Як далёка прасунулася
overview-events = без статусу
overview-years = Вехі па гадах
overview-to-axis = Вось часу і рэестр
overview-months = Артыкулы па месяцах
overview-article-years = Артыкулы па гадах
overview-recent = Апошняе
overview-all-operations = Усё
settings-appearance = Выгляд
settings-dossier = Дасье
settings-operations = Што зроблена
settings-about = Пра праграму
settings-language = Мова
settings-verify = Праверыць дасье
settings-verify-now = Праверыць
settings-sound = Дасье ў парадку.
settings-index = Паказальнік пошуку
settings-index-text = Артыкул знаходзіцца, толькі калі ён у паказальніку. Пабудаваны нанова, ён чытаецца з артыкулаў; працаваць можна і ў гэты час.
settings-index-now = Пабудаваць нанова
settings-backup = Рэзервовая копія
settings-import = Імпарт
operation-undone = адменена
import-undo = Адмяніць імпарт

## Імпарт

progress-of = { $done } з { $total }
progress-remaining = яшчэ каля { $seconds } с
progress-remaining-minutes = яшчэ каля { $minutes } хв
progress-remaining-hours = яшчэ каля { $hours } г { $minutes ->
    [0] {""}
   *[other] { $minutes } хв
}
progress-rate = { $rate } файлаў/с
command-import = Імпартаваць файлы…
command-import-folder = Імпартаваць папку…
command-import-paste = Уставіць артыкул…
command-import-watch = Сачыць за папкай…
command-import-new = Новы імпарт
command-import-next = Наступны імпарт
command-import-previous = Папярэдні імпарт
command-import-resume = Працягнуць імпарт
command-import-retry-all = Прачытаць усе адхіленыя файлы яшчэ раз
command-import-file-open = Адкрыць артыкул выбранага файла
command-import-file-retry = Прачытаць выбраны файл яшчэ раз
import-running = Імпартуецца { $file }
import-finished = { $number ->
    [one] Імпартаваны { $count } артыкул.
    [few] Імпартаваны { $count } артыкулы.
   *[other] Імпартавана { $count } артыкулаў.
}
import-finished-look = { $number ->
    [one] На адзін варта паглядзець.
   *[other] Варта паглядзець: { $count }.
}
import-finished-more = Імпартавана: { $imported }, ужо былі: { $duplicates }, адхілена: { $refused }.
import-cancelled = Імпарт спынены. Прачытанае застаецца; яго можна працягнуць.
import-show-report = Паказаць справаздачу
import-look = Паглядзець
import-drop = Адпусціце, каб імпартаваць
import-stopping = Спыняецца…
import-counting = Падлік файлаў
import-target-title = Кіньце сюды файлы або папку
import-target-text = Тэкст, вэб-старонкі, PDF, Word, OpenDocument, RTF, кнігі, пошта, вэб-архівы, спісы літаратуры, стужкі і ZIP з любым з гэтага. Кожны арыгінал захоўваецца як ёсць.
import-files = Файлы…
import-folder = Папка…
import-paste = Уставіць…
import-key-files = файлы
import-key-folder = папка
import-key-paste = уставіць тут
import-paste-title = Уставіць артыкул
import-paste-text = Скапіруйце артыкул у браўзеры або ў іншым месцы і ўстаўце сюды. Скапіраваная старонка захоўвае загалоўкі, спасылкі і даты.
import-paste-in = Імпартаваць
import-paste-page = Старонка з яе выглядам, знакаў: { $count }
import-paste-plain = Просты тэкст, знакаў: { $count }
import-pasted = Устаўлены артыкул
import-roots-more = { $name } і яшчэ { $count }
import-look-waiting = { $number ->
    [one] Варта паглядзець на { $count } артыкул
    [few] Варта паглядзець на { $count } артыкулы
   *[other] Варта паглядзець на { $count } артыкулаў
}
watch-title = Сачыць за папкай
watch-text = Захаванае ў яе імпартуецца само, пакуль дасье адкрыта.
watch-choose = Выбраць…
watch-change = Змяніць…
watch-stop = Не сачыць
watch-not-yet = Пад наглядам. Яшчэ не прагледжана.
watch-looked = Пад наглядам. Прагледжана { $moment }.
imports-list = Імпарт
imports-count = { $number ->
    [one] { $count } імпарт
    [few] { $count } імпарты
   *[other] { $count } імпартаў
}
import-state-running = Ідзе
import-state-done = Гатова
import-state-cancelled = Спынены
import-state-interrupted = Перапынены
import-state-undone = Адменены
import-files-of = { $done } з { $total } файлаў
import-files-number = { $number ->
    [one] { $count } файл
    [few] { $count } файлы
   *[other] { $count } файлаў
}
import-nothing = Нічога не імпартавана
import-nothing-text = Ніводзін файл гэтага імпарту не прачытаны.
import-gone-title = Гэтага імпарту тут няма
import-gone-text = Ён належыць да іншага дасье, або адрас няправільны. Выберыце імпарт у спісе.
import-resume = Працягнуць
import-retry-all = Адхіленыя яшчэ раз
import-redo = Вярнуць
import-bin = Яго артыкулы — у сметніцу
import-filter = Паказаць
import-files-label = Файлы імпарту
import-file-detail = Выбраны файл
import-file-open = Адкрыць артыкул
import-file-look = Паглядзець
import-count-imported = прачытана: { $count }
import-count-needs-a-look = паглядзець: { $count }
import-count-duplicate = копій: { $count }
import-count-reprint = перадрукаў: { $count }
import-count-refused = адхілена: { $count }
outcome-all = Усе
outcome-imported = Прачытаны
outcome-needs-a-look = Паглядзець
outcome-duplicate = Копія
outcome-reprint = Перадрук
outcome-refused = Адхілены
outcome-why-needs-a-look = Прачытаны, але адно з палёў ненадзейнае. Паглядзіце і вазьміце або выпраўце значэнне.
outcome-why-duplicate = Той самы артыкул ужо ёсць у дасье; файл не імпартаваны другі раз.
outcome-why-reprint = Амаль тыя самыя словы ўжо ёсць у дасье. Артыкул імпартаваны і належыць да той самай гісторыі.
note-encoding = Кадзіроўка вызначана па літарах.
note-replaced-characters = Некаторыя знакі не маюць сэнсу ў яго кадзіроўцы і заменены.
note-mixed-encodings = У ім змяшаны кадзіроўкі: некаторыя знакі не прачытаны.
note-pages-without-text = Некаторыя старонкі — выявы без тэксту. Распазнайце іх (OCR), каб прачытаць.
note-no-text = Уласнага тэксту ў ім няма.
note-reprint = Амаль тыя самыя словы ўжо ёсць у дасье: артыкул належыць да той самай гісторыі.

## На што варта паглядзець

look-list = Артыкулы, на якія варта паглядзець
look-count = { $number ->
    [one] { $count } артыкул
    [few] { $count } артыкулы
   *[other] { $count } артыкулаў
}
look-at = { $at } з { $of }
look-filter = Паводле прычыны
look-reason-no-date = Няма даты
look-reason-weak-date = Дата ненадзейная
look-reason-no-title = Няма загалоўка
look-reason-weak-title = Загаловак ненадзейны
look-reason-no-text = Няма тэксту
look-reason-mixed-encodings = Змяшаны кадзіроўкі
look-why-no-date = Ні ў тэксце, ні ў адрасе, ні ў файле даты не знайшлося. Укажыце яе, калі ведаеце.
look-why-weak-date = Дата выведзена або сумнеўная. Вазьміце правільную або адзначце артыкул як прагледжаны.
look-why-no-title = Загаловак не знойдзены. Упішыце яго або адзначце артыкул як прагледжаны.
look-why-weak-title = Загаловак сумнеўны. Вазьміце правільны або адзначце артыкул як прагледжаны.
look-why-no-text = Тэкст прачытаць не ўдалося. Адкрыйце арыгінал; скан трэба распазнаць (OCR).
look-why-mixed-encodings = Некаторыя знакі не маюць сэнсу ні ў адной кадзіроўцы. Параўнайце з арыгіналам.
look-alternatives = Што яшчэ магчыма
look-none = Больш нічога не знойдзена. Націсніце E, каб упісаць.
look-other-fields = Астатнія палі
look-excerpt = Пачатак тэксту
look-no-excerpt = Тэксту няма.
look-edit = Упісаць
look-done = Прагледжана
look-open = Адкрыць
look-order-text = { $words } можна прачытаць двояка. Як піша даты { $outlet }?
look-order-day-month = Спачатку дзень: { $date }
look-order-month-day = Спачатку месяц: { $date }
look-order-changed = { $articles ->
    [0] Іншыя даты { $outlet } не змяніліся.
   *[other] Нанова прачытана дат { $outlet }: { $count }.
}
look-empty-title = Глядзець няма на што
look-empty-text = Кожны артыкул мае дастаткова надзейныя загаловак і дату. Сумнеўнае чакае тут.
look-empty-action = Імпарт
look-none-match-title = З гэтай прычыны — нічога
look-none-match-text = Іншыя артыкулы яшчэ чакаюць.
look-none-match-action = Паказаць усе
command-look-next = Наступны артыкул
command-look-previous = Папярэдні артыкул
command-look-done = Адзначыць як прагледжаны
command-look-edit = Упісаць выбранае поле
command-look-field = Наступнае сумнеўнае поле
command-look-open = Адкрыць артыкул
command-look-original = Адкрыць арыгінал
command-look-bin = Перамясціць артыкул у сметніцу
command-look-undo = Адмяніць апошняе дзеянне
command-look-take = Узяць варыянт з гэтым нумарам (1–9)

### The screens end here

filter-stories = Кожны сюжэт адзін раз
row-copies = { $number ->
    [one] пра тое ж яшчэ { $count } артыкул
    [few] пра тое ж яшчэ { $count } артыкулы
   *[many] пра тое ж яшчэ { $count } артыкулаў
}
row-is-copy = копія або перадрук: пра тое ж быў ранейшы артыкул
row-copy = копія
row-copies-short = { $number ->
    [one] { $count } копія
    [few] { $count } копіі
   *[many] { $count } копій
}
inspector-story = Сюжэт
story-first = першы
story-here = гэты артыкул
story-exact = тыя ж словы
story-similar = супадае на { $share }
story-difference = Паказаць розніцу
story-difference-to = Паказаць розніцу: { $outlet }, { $date }
story-more = { $number ->
    [one] і яшчэ { $count }
   *[other] і яшчэ { $count }
}
story-telling = { $outlet }, { $date }
comparison-title = Розніца
comparison-from-to = Ад { $earlier } да { $later }
comparison-text = Пазнейшы тэкст з тым, што ў ім інакш
comparison-removed = { $number ->
    [one] прыбрана { $count } слова
    [few] прыбрана { $count } словы
   *[many] прыбрана { $count } слоў
}
comparison-added = { $number ->
    [one] новае { $count } слова
    [few] новыя { $count } словы
   *[many] новых { $count } слоў
}
comparison-next = Наступнае адрозненне (N)
comparison-previous = Папярэдняе адрозненне (P)
comparison-said-added = новае:
comparison-said-removed = прыбрана:
overview-stories = сюжэты без перадрукаў

search-view = Як паказаць
search-view-passages = Урыўкі
search-view-context = У кантэксце
command-search-context = Паказаць знойдзенае ў кантэксце
context-lines = Урыўкі ў кантэксце
context-order = У парадку
context-date = Дата
context-left = Да
context-found = Знойдзена
context-right = Пасля
context-outlet = Выданне
context-by-date = Па даце, спачатку новыя
context-by-left = Па словах перад знойдзеным
context-by-found = Па знойдзеных словах
context-by-right = Па словах пасля знойдзенага
context-in-title = · у загалоўку
context-empty-text = Кожны знойдзены ўрывак стаіць тут радком, са словамі да і пасля яго.
context-none-text = Слоў, што адказваюць на гэтае пытанне, няма ні ў адным артыкуле.
search-view-trend = Дынаміка
command-search-passages = Паказаць знойдзеныя ўрыўкі
command-search-trend = Паказаць знойдзенае ў часе
trend-controls = Што падлічана
trend-measure = Падлік
trend-articles = Артыкулы
trend-stories = Сюжэты
trend-tags = Тэгі
trend-passages = Знойдзеныя ўрыўкі
trend-by-fitting = Па прыдатнай адзінцы
trend-by-week = па тыднях
trend-by-month = па месяцах
trend-by-year = па гадах
trend-split = Разбіўка
trend-split-none = Без разбіўкі
trend-split-topic = Па тэмах
trend-split-outlet = Па выданнях
trend-split-language = Па мовах
trend-years = Гады
trend-when = Калі
trend-all = Усяго
trend-others = Іншыя: { $count }
trend-without-topic = Без тэмы
trend-without-outlet = Выданне невядомае
trend-without-language = Мова невядомая
trend-scales = У частак агульная шкала, у цэлага свая.
trend-several-topics = Артыкул з некалькімі тэмамі лічыцца ў кожнай.
trend-none-title = Лічыць няма чаго
trend-none-text = На гэтае пытанне не адказвае ніводзін артыкул.
trend-zoom = Толькі { $year }
trend-whole = Увесь перыяд
trend-export = Захаваць дынаміку
trend-exported = Дынаміка запісана ў { $path }
