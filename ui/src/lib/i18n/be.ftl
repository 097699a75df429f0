# Словы Chancery па-беларуску. Чаго тут няма, бярэцца з en.ftl.

section-overview = Агляд
section-articles = Артыкулы
section-milestones = Вехі
section-topics = Тэмы
section-notes = Нататкі
section-briefings = Даведкі
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
block-note = Нататка
block-sources = Крыніцы
block-all = усе
command-new-briefing = Новая даведка
command-remove-briefing = Прыбраць даведку

## Тэмы і пошук

accept = Прыняць
reject = Адхіліць
topics-find = Адбор тэм
topic-none-title = Тэма не адкрыта
topic-terms = Словы
topic-articles = Артыкулы тэмы
topic-tab-suggested = Прапанавана
topic-tab-accepted = Прынята
topic-tab-rejected = Адхілена
topic-take-back = Узяць назад
search-words = Што шукаць
search-any-outlet = Любое выданне
search-any-language = Любая мова
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
settings-backup = Рэзервовая копія
settings-import = Імпарт
operation-undone = адменена
import-undo = Адмяніць імпарт

### The screens end here
