# Слова Chancery по-русски. Чего здесь нет, берётся из en.ftl.

section-overview = Обзор
section-articles = Статьи
section-milestones = Вехи
section-topics = Темы
section-notes = Заметки
section-briefings = Справки
section-imports = Импорт
section-look = Посмотреть
section-search = Поиск
section-settings = Настройки
section-to-review = На проверку
section-bin = Корзина
cancel = Отмена
close = Закрыть
undo = Отменить
redo = Повторить
remove = Убрать
restore = Восстановить
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-circa = ок. { $date }
date-inferred = { $date } (по контексту)
date-uncertain = { $date } (под вопросом)
date-by = не позднее: { $date }
date-since = начиная с: { $date }
date-range = { $start } – { $end }
date-undated = без даты
language-en = английский
language-ru = русский
language-be = белорусский
language-uk = украинский
language-paragraphs = { $number ->
    [one] { $count } абзац — { $language }
    [few] { $count } абзаца — { $language }
   *[other] { $count } абзацев — { $language }
}
status-not-begun = не начато
status-begun = начато
status-partly = частично
status-done = выполнено
status-on-hold = приостановлено
status-withdrawn = отозвано

### The screens: milestones, notes, briefings, topics, search, overview, settings

## Вехи

kind-treaty = договор
kind-decision = решение
kind-working-group = рабочая группа
kind-roadmap = дорожная карта
kind-negotiation = переговоры
kind-deadline = срок
kind-statement = заявление
kind-implementation = исполнение
kind-external-event = внешнее событие
role-promised = обязались
role-decided = решили
role-claimed = утверждают
role-agreed = согласовали
role-announced = объявили
stance-supports = подтверждает
stance-contradicts = противоречит
stance-mentions = упоминает
axis = Ось времени
axis-list = Вехи во времени. Стрелки ведут от одной к другой, плюс и минус меняют масштаб.
axis-in = Крупнее
axis-out = Мельче
axis-earlier = Раньше
axis-later = Позже
axis-fit = Показать всё
axis-today = сегодня
legend-inferred = примерно или по контексту
register = Реестр вех
register-find = Отбор в реестре
register-unevidenced = только на суждении
register-none-title = Ни одна веха не подходит
register-none-text = Ни одна веха не проходит через все условия отбора.
any-lane = Любое направление
any-status = Любое состояние
column-date = Когда
column-title = Что
column-kind = Вид
column-lane = Направление
column-who = Кто
column-status = Состояние
column-evidence = Доводы
fold = Свернуть: { $title }
unfold = Развернуть: { $title }
evidence-for = { $number ->
    [one] подтверждает { $number } отрывок
    [few] подтверждают { $number } отрывка
   *[other] подтверждают { $number } отрывков
}
evidence-against = { $number ->
    [one] противоречит { $number } отрывок
    [few] противоречат { $number } отрывка
   *[other] противоречат { $number } отрывков
}
evidence-accepted = { $number ->
    [one] { $number } отрывок принят для справок
    [few] { $number } отрывка приняты для справок
   *[other] { $number } отрывков принято для справок
}
status-is-judgement = суждение: ни один отрывок этого не говорит
status-none = без статуса: { $kind }
command-new-milestone = Новая веха…
milestone-new = Новая веха
milestone-new-short = Новая
milestones-empty-title = Вех пока нет
milestones-empty-text = Веха — то, что произошло или было обещано в ходе интеграции, с отрывками, которые это доказывают. Создайте первую здесь или выделите отрывок в статье и нажмите M.
milestone-none-title = Веха не выбрана
milestone-none-text = Выберите веху на оси или в реестре, чтобы увидеть, на чём она основана.
milestone-fields = Что известно
milestone-parent = Часть
milestone-children = { $number ->
    [one] { $number } часть
    [few] { $number } части
   *[other] { $number } частей
}
milestone-bundled = из встроенного досье
milestone-edit = Изменить
milestone-note-short = Заметка
milestone-note = Новая заметка об этой вехе
milestone-set-status = Задать состояние
command-remove-milestone = Убрать веху
status-history = Состояние
status-judgement = моё суждение
status-since = с { $date }
status-known = известно на { $date }
evidence-supports = За
evidence-contradicts = Против
evidence-mentions = Упоминания
evidence-none-title = Это пока не доказывает ни один отрывок.
evidence-none-text = Выделите отрывок в статье и нажмите M, чтобы приложить его.
evidence-jump = Показать отрывок в статье «{ $article }»
evidence-remove = Убрать этот довод
evidence-accept = Принять для справок
evidence-accept-all = Принять все
evidence-proves-date = дата
evidence-proves-who = кто
evidence-proves-status = состояние
lineage = Преемственность
lineage-became = превратилось в
lineage-split-into = разделено на
lineage-merged-into = вошло в
lineage-renamed = теперь называется
lineage-superseded-by = заменено на
lineage-withdrawn = отозвано через
lineage-unevidenced = ни один отрывок этого не говорит
lineage-judgement-bundled = суждение из встроенного досье
lineage-confirm = Подтвердить как моё суждение
linked-notes = Заметки
linked-notes-none = Об этом пока нет заметок.
note-about = Заметка о «{ $title }»
form-edit-milestone = Изменить веху
form-title = Что произошло или было обещано
form-date = Когда
form-date-hint = 2021-09-09, 2018-12, 1999, 1995~/1999~ — около, /2019-11 — не позднее ноября 2019
form-date-reads = Читается: { $date }
form-date-problem = Такую дату Chancery прочесть не может. Например: 2021-09-09, 2019-11, 1999~ или /2019-11.
form-kind = Вид
form-lane = Направление
form-parent = Часть
form-no-parent = ничего
form-who = Кто
form-role = Роль
form-no-role = не указана
form-required = Это поле не может быть пустым.
form-make = Создать веху
form-save = Сохранить
form-status = Состояние
form-since = С какого времени
form-since-empty = Пусто значит: не позднее сегодняшнего дня
form-status-passages = Отрывки
form-status-judgement = Моё суждение, потому что
form-status-hint = Состоянию нужен отрывок или причина. Отметьте отрывки, которые о нём говорят, или напишите, почему вы так считаете.
form-set-status = Задать состояние

## Заметки

notes-find = Отбор заметок
notes-none-match = Заметок с такими словами нет.
notes-empty-title = Заметок пока нет
notes-empty-text = Заметка хранит ваши мысли в Markdown и связывается через [[ со статьями, отрывками, темами и вехами. Начните здесь или выделите отрывок в статье и нажмите N.
note-new = Новая заметка
note-none-title = Заметка не открыта
note-none-text = Выберите заметку слева или начните новую.
note-untitled = Без названия
note-title = Название заметки
note-text = Текст заметки
note-placeholder = Пишите. [[ ставит ссылку на статью, веху, тему или другую заметку.
note-saved = Сохранено { $when }
note-unsaved = Сохранится в паузе
note-links = { $number ->
    [one] { $number } ссылка
    [few] { $number } ссылки
   *[other] { $number } ссылок
}
note-link-broken = Эта ссылка не ведёт ни к чему в досье.
note-leads-to = Ссылки
note-leads-nowhere = В заметке пока нет ссылок. Наберите [[.
note-backlinks = Обратные ссылки
note-backlinks-none = Другие заметки сюда не ссылаются.
command-new-note = Новая заметка
command-remove-note = Убрать заметку
link-article = статья
link-passage = отрывок
link-topic = тема
link-milestone = веха
link-note = заметка

## Справки

briefings-empty-title = Справок пока нет
briefings-empty-text = Справка — упорядоченный список блоков: главное из принятых доводов, ось времени, реестр, цитаты, заметки, источники. Каждое предложение ведёт к источнику.
briefing-new = Новая справка
briefing-other = Другие справки
briefing-untitled = Без названия
briefing-head = Шапка справки
briefing-title = Название
briefing-tlp = Обращение
briefing-date = Дата
briefing-date-today = день вывода
briefing-date-problem = День вида 2026-02-22 или ничего.
briefing-audience = Для кого
briefing-audience-none = не указано
briefing-blocks = Блоки
briefing-pane = Справка
briefing-export = Вывести
briefing-exported = Записано: { $path }
blocks-none = Справка без блоков — пустая страница. Добавьте первый.
block-add = Добавить
block-heading = Заголовок
block-text = Текст
block-text-hint = Markdown: **сильно**, *выделено*, - списки
block-key-points = Главное
block-timeline = Ось времени
block-register = Реестр
block-quotations = Цитаты
block-found = Сохранённый поиск
block-found-gone = Поиск удалён
block-found-most = Показать статей, не больше
block-found-hint = Ищется заново каждый раз, когда составляется справка: каждая статья с предложением, которое отвечает, и со ссылкой.
block-note = Заметка
block-sources = Источники
block-sources-all = всё процитированное, по номерам
block-all = все
block-all-hint = Все, в том числе будущие
block-take-all = Взять все
block-chosen = выбрано: { $number }
block-milestones = Показанные вехи
block-passages = Цитируемые отрывки
block-remove = Убрать: { $block }
block-move = Переместить: { $block }
block-move-hint = Перетащите или двигайте клавишами ↑ и ↓
block-moved = { $block }: теперь { $place } из { $count }.
key-points-none = Главное берётся из принятых вами доводов, а пока не принят ни один.
key-points-none-go = Просмотреть доводы
preview-of = Просмотр: { $title }
preview-page = Страница { $page } из { $pages }
preview-pages = { $number ->
    [one] { $count } страница
    [few] { $count } страницы
   *[other] { $count } страниц
}
preview-smaller = Мельче
preview-larger = Крупнее
preview-fit = По ширине
command-new-briefing = Новая справка
command-index-anew = Построить указатель поиска заново
command-remove-briefing = Убрать справку
command-export-pdf = Вывести в PDF…
command-export-docx = Вывести в Word…
command-export-html = Вывести в HTML…
command-export-md = Вывести в Markdown…
command-add-heading = Добавить заголовок
command-add-text = Добавить текст
command-add-key-points = Добавить главное
command-add-timeline = Добавить ось времени
command-add-register = Добавить реестр
command-add-quotations = Добавить цитаты
command-add-found = Добавить найденное сохранённым поиском
command-add-note = Добавить заметку
command-add-sources = Добавить источники

## Темы

accept = Принять
reject = Отклонить
codebook = Рубрикатор
topics-find = Отбор тем
topic-none-title = Тема не открыта
topic-none-text = Выберите тему слева, чтобы увидеть, что она значит, какие слова за неё говорят и где они встречаются.
topic-include = Относится
topic-exclude = Не относится
topic-terms = Слова
topic-terms-list = Слова темы
topic-no-terms = У заголовка слов нет.
topic-is-group = Это заголовок: он собирает темы под собой и сам не предлагается.
topic-tabs = Тема: что о ней известно
topic-tab-suggested = Предложено
topic-tab-accepted = Принято
topic-tab-rejected = Отклонено
topic-none-suggested = Нерешённых предложений этой темы нет.
topic-none-accepted = Пока не принята ни в одной статье.
topic-none-rejected = Не отклонена ни в одной статье.
topic-rate = Принято { $percent } из решённых предложений ({ $decided })
topic-rate-none = Ни одно предложение ещё не решено
topic-in-list = Показать в списке статей
topic-all-in-list = Показать все в списке статей
topic-take-back = Взять назад
topic-because = Отклонено: { $reason }
topic-suggested-on = предложена в статьях: { $number }
topic-accepted-on = принята в статьях: { $number }

## Поиск

search-order = Порядок
facet-year = Год
facet-month = Месяц
facet-period = Период
facet-without = Без: { $what }
facet-more = ещё { $count }
search-words = Что искать
tour-step = { $at } из { $of }
tour-leave = Закрыть обзор
tour-next = Дальше
tour-back = Назад
tour-end = Начать
command-tour = Показать обзор
tour-overview-title = Один файл — одна тема
tour-overview-text = Это досье поставляется вместе с Chancery: пять статей о Союзном государстве Беларуси и России. Здесь видно, как далеко всё продвинулось и что ждёт вас. Каждое число ведёт к отрывкам, на которых оно держится.
tour-articles-title = Читать и судить
tour-articles-text = Откройте статью. Рядом — темы, к которым она может относиться, и слова, которые за них говорят: A принимает, R отклоняет. Выделите отрывок, чтобы сделать заметку (N) или доказательство (M).
tour-milestones-title = Что произошло и чем это доказано
tour-milestones-text = Вехи стоят на оси времени и в реестре. Пунктирное кольцо значит, что дата примерная или установлена по контексту. Рядом с выбранной вехой — отрывки за и против.
tour-briefings-title = К читателю
tour-briefings-text = Справка собирается из блоков: главное, хроника, реестр, цитаты, ваши заметки. Она верстается, пока вы пишете, и каждая фраза ведёт к источнику.
tour-own-title = Теперь ваше
tour-own-text = Импортируйте статьи в это досье или начните новое. Всё можно отменить, ничто не покидает этот компьютер, а Ctrl+K (⌘K) находит любую команду, и этот обзор тоже.
search-filters = Отбор
search-after = С (2021)
search-before = До (2022)
search-day-problem = Как 2021, 2021-09 или 2021-09-10
search-found = { $number ->
    [one] { $count } статья
    [few] { $count } статьи
   *[other] { $count } статей
}
search-found-at-least = больше { $count }
search-ranked = по соответствию { $count } самых новых, остальные по дню
search-partly = Указатель поиска ещё строится: чего в нём пока нет, то не находится.
search-read-as = прочитано как
search-hits = Найденные отрывки
search-empty-title = Поиск в заголовках и текстах
search-none-title = Ничего не найдено
search-none-text = Статей с этими словами нет. Меньше слов, слов* или OR находят больше.
search-none-filtered = Под этим отбором статей с этими словами нет.
search-save = Сохранить поиск
search-saved-name = Название сохранённого поиска
search-saved-list = Сохранённые поиски
search-saved-new = { $number ->
    [one] { $count } новая
    [few] { $count } новые
   *[other] { $count } новых
}
search-saved-only-new = Только новое с прошлого просмотра
search-saved-update = Заменить этим вопросом
search-saved-rename = Переименовать
search-saved-remove = Удалить сохранённый поиск
search-saved-unread = прочитано не всё: { $typed }
search-saved-counting = идёт подсчёт…
search-new = новое
search-none-new = С прошлого просмотра ничего нового.
command-search-save = Сохранить этот поиск
search-offers = Подходящие названия
search-field-topic = тема, отмеченная или предложенная
search-field-tag = тема, которой отмечена статья
search-field-outlet = кто опубликовал
search-field-lang = язык
search-field-after = опубликовано с этого дня
search-field-before = опубликовано до этого дня
search-field-on = опубликовано в этот день, месяц или год
search-field-has = что есть: заметка, метка, свидетельство …
search-field-milestone = свидетельство для вехи
search-has-note = заметка о ней
search-has-tag = метка
search-has-suggestion = нерешённое предложение
search-has-coding = размеченный отрывок
search-has-evidence = отрывок-свидетельство
search-has-date = день публикации
search-has-outlet = издание
search-has-copies = копии или перепечатки
search-out = Экспорт…

search-view = Как показать
search-view-passages = Отрывки
search-view-context = В контексте
command-search-context = Показать найденное в контексте
context-lines = Отрывки в контексте
context-order = В порядке
context-date = Дата
context-left = До
context-found = Найдено
context-right = После
context-outlet = Издание
context-by-date = По дате, сначала новые
context-by-left = По словам перед найденным
context-by-found = По найденным словам
context-by-right = По словам после найденного
context-in-title = · в заголовке
context-empty-text = Каждый найденный отрывок стоит здесь строкой, со словами до и после него.
context-none-text = Слов, отвечающих на этот вопрос, нет ни в одной статье.
search-view-trend = Динамика
command-search-passages = Показать найденные отрывки
command-search-trend = Показать найденное во времени
trend-controls = Что подсчитано
trend-measure = Подсчёт
trend-articles = Статьи
trend-stories = Сюжеты
trend-tags = Теги
trend-passages = Найденные отрывки
trend-by-fitting = По подходящей единице
trend-by-week = по неделям
trend-by-month = по месяцам
trend-by-year = по годам
trend-split = Разбивка
trend-split-none = Без разбивки
trend-split-topic = По темам
trend-split-outlet = По изданиям
trend-split-language = По языкам
trend-years = Годы
trend-when = Когда
trend-all = Всего
trend-others = Прочие: { $count }
trend-without-topic = Без темы
trend-without-outlet = Издание неизвестно
trend-without-language = Язык неизвестен
trend-scales = У частей общая шкала, у целого своя.
trend-several-topics = Статья с несколькими темами считается в каждой.
trend-none-title = Считать нечего
trend-none-text = На этот вопрос не отвечает ни одна статья.
trend-zoom = Только { $year }
trend-whole = Весь период
trend-export = Сохранить динамику
trend-exported = Динамика записана в { $path }

## Обзор

overview-new-in-searches = Новое в сохранённых поисках
overview-empty-title = Досье пусто
overview-empty-text = Начните с импорта статей. Читаются текст, HTML, PDF, Word и письма; каждый оригинал сохраняется.
overview-to-review = с предложениями на проверку
overview-needs-a-look = с полем, на которое надо взглянуть
overview-unevidenced = держатся только на суждении
overview-undated = статьи без даты
overview-ladder = Как далеко продвинулось
overview-events = без статуса
overview-years = Вехи по годам
overview-to-axis = Ось времени и реестр
overview-months = Статьи по месяцам
overview-article-years = Статьи по годам
overview-recent = Последнее
overview-recent-none = Пока ничего не сделано
overview-all-operations = Всё

## Настройки

settings-appearance = Вид
settings-dossier = Досье
settings-operations = Что сделано
settings-about = О программе
settings-theme-text = Как в системе, если не выбрано здесь.
settings-language = Язык
settings-language-text = Язык интерфейса. Непереведённое остаётся английским.
settings-newer = Новее встроенное досье
settings-copy-path = Скопировать путь
settings-verify = Проверить досье
settings-verify-text = Сверяет каждый оригинал с его хешем, каждый довод с текстом, а также ссылки, указатель и журнал.
settings-verify-now = Проверить
settings-verifying = Проверяется…
settings-sound = Досье в порядке.
settings-unsound = В досье есть неполадки. Сначала сделайте копию и сохраните строки ниже.
settings-checked = проверено: { $count }
settings-problems = неполадок: { $number }
settings-index = Указатель поиска
settings-index-text = Статья находится, только если она в указателе. Построенный заново, он читается из статей; работать можно и в это время.
settings-index-now = Построить заново
settings-backup = Резервная копия
settings-backup-text = Записывает проверенную копию всего досье в выбранный файл.
settings-other = Другое досье
settings-other-text = Один файл хранит всё об одном предмете.
settings-import = Импорт
settings-import-text = Файлы и папки можно также бросить на окно.
verify-integrity = Файл
verify-references = Ссылки
verify-originals = Оригиналы
verify-evidence = Доводы
verify-search-index = Указатель поиска
verify-journal = Журнал
operations-text = Все изменения досье, новые сверху. Отмена идёт от последнего, и после перезапуска тоже.
operations-none-text = Здесь перечисляется всё, что вы делаете в досье; всё можно отменить.
operations-more = Показать более ранние
operation-undone = отменено
operation-abandoned = отменено, затем сделано другое
about-text = Рабочий стол аналитика без сети: статьи, вехи с отрывками, которые их доказывают, заметки, справки.
about-offline = Остаётся на этой машине
about-offline-text = Chancery никогда не выходит в сеть. Ничто не покидает машину, если вы сами это не вывели.
about-licence = Лицензия
about-licence-text = Свободная программа. Шрифты Source Serif 4 и Inter — под SIL Open Font License.
import-undo = Отменить импорт

## Импорт

progress-of = { $done } из { $total }
progress-remaining = ещё около { $seconds } с
progress-remaining-minutes = ещё около { $minutes } мин
progress-remaining-hours = ещё около { $hours } ч { $minutes ->
    [0] {""}
   *[other] { $minutes } мин
}
progress-rate = { $rate } файлов/с
command-import = Импортировать файлы…
command-import-folder = Импортировать папку…
command-import-paste = Вставить статью…
command-import-watch = Следить за папкой…
command-import-new = Новый импорт
command-import-next = Следующий импорт
command-import-previous = Предыдущий импорт
command-import-resume = Продолжить импорт
command-import-retry-all = Прочитать все отклонённые файлы ещё раз
command-import-file-open = Открыть статью выбранного файла
command-import-file-retry = Прочитать выбранный файл ещё раз
import-running = Импортируется { $file }
import-finished = { $number ->
    [one] Импортирована { $count } статья.
    [few] Импортированы { $count } статьи.
   *[other] Импортировано { $count } статей.
}
import-finished-look = { $number ->
    [one] Одну стоит посмотреть.
   *[other] Стоит посмотреть: { $count }.
}
import-finished-more = Импортировано: { $imported }, уже были: { $duplicates }, отклонено: { $refused }.
import-cancelled = Импорт остановлен. Прочитанное остаётся; его можно продолжить.
import-show-report = Показать отчёт
import-look = Посмотреть
import-drop = Отпустите, чтобы импортировать
import-stopping = Останавливается…
import-counting = Подсчёт файлов
import-target-title = Бросьте сюда файлы или папку
import-target-text = Текст, веб-страницы, PDF, Word, OpenDocument, RTF, книги, почта, веб-архивы, списки литературы, ленты и ZIP с любым из этого. Каждый оригинал хранится как есть.
import-files = Файлы…
import-folder = Папка…
import-paste = Вставить…
import-key-files = файлы
import-key-folder = папка
import-key-paste = вставить здесь
import-paste-title = Вставить статью
import-paste-text = Скопируйте статью в браузере или в другом месте и вставьте сюда. Скопированная страница сохраняет заголовки, ссылки и даты.
import-paste-in = Импортировать
import-paste-page = Страница с её видом, знаков: { $count }
import-paste-plain = Простой текст, знаков: { $count }
import-pasted = Вставленная статья
import-roots-more = { $name } и ещё { $count }
import-look-waiting = { $number ->
    [one] Стоит посмотреть { $count } статью
    [few] Стоит посмотреть { $count } статьи
   *[other] Стоит посмотреть { $count } статей
}
watch-title = Следить за папкой
watch-text = Сохранённое в неё импортируется само, пока досье открыто.
watch-choose = Выбрать…
watch-change = Сменить…
watch-stop = Не следить
watch-not-yet = Под наблюдением. Ещё не просмотрена.
watch-looked = Под наблюдением. Просмотрена { $moment }.
imports-list = Импорт
imports-count = { $number ->
    [one] { $count } импорт
    [few] { $count } импорта
   *[other] { $count } импортов
}
import-state-running = Идёт
import-state-done = Готово
import-state-cancelled = Остановлен
import-state-interrupted = Прерван
import-state-undone = Отменён
import-files-of = { $done } из { $total } файлов
import-files-number = { $number ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
import-nothing = Ничего не импортировано
import-nothing-text = Ни один файл этого импорта не прочитан.
import-gone-title = Этого импорта здесь нет
import-gone-text = Он относится к другому досье, или адрес неверен. Выберите импорт в списке.
import-resume = Продолжить
import-retry-all = Отклонённые ещё раз
import-redo = Вернуть
import-bin = Его статьи — в корзину
import-filter = Показать
import-files-label = Файлы импорта
import-file-detail = Выбранный файл
import-file-open = Открыть статью
import-file-look = Посмотреть
import-count-imported = прочитано: { $count }
import-count-needs-a-look = посмотреть: { $count }
import-count-duplicate = копий: { $count }
import-count-reprint = перепечаток: { $count }
import-count-refused = отклонено: { $count }
outcome-all = Все
outcome-imported = Прочитан
outcome-needs-a-look = Посмотреть
outcome-duplicate = Копия
outcome-reprint = Перепечатка
outcome-refused = Отклонён
outcome-why-needs-a-look = Прочитан, но одно из полей ненадёжно. Посмотрите и возьмите или исправьте значение.
outcome-why-duplicate = Та же статья уже есть в досье; файл не импортирован второй раз.
outcome-why-reprint = Почти те же слова уже есть в досье. Статья импортирована и относится к той же истории.
note-encoding = Кодировка определена по буквам.
note-replaced-characters = Некоторые знаки не имеют смысла в его кодировке и заменены.
note-mixed-encodings = В нём смешаны кодировки: некоторые знаки не прочитаны.
note-pages-without-text = Некоторые страницы — изображения без текста. Распознайте их (OCR), чтобы прочитать.
note-no-text = Собственного текста в нём нет.
note-reprint = Почти те же слова уже есть в досье: статья относится к той же истории.

## Что стоит посмотреть

look-list = Статьи, которые стоит посмотреть
look-count = { $number ->
    [one] { $count } статья
    [few] { $count } статьи
   *[other] { $count } статей
}
look-at = { $at } из { $of }
look-filter = По причине
look-reason-no-date = Нет даты
look-reason-weak-date = Дата ненадёжна
look-reason-no-title = Нет заголовка
look-reason-weak-title = Заголовок ненадёжен
look-reason-no-text = Нет текста
look-reason-mixed-encodings = Смешаны кодировки
look-why-no-date = Ни в тексте, ни в адресе, ни в файле даты не нашлось. Укажите её, если знаете.
look-why-weak-date = Дата выведена или сомнительна. Возьмите верную или отметьте статью как просмотренную.
look-why-no-title = Заголовок не найден. Впишите его или отметьте статью как просмотренную.
look-why-weak-title = Заголовок сомнителен. Возьмите верный или отметьте статью как просмотренную.
look-why-no-text = Текста прочитать не удалось. Откройте оригинал; скан нужно распознать (OCR).
look-why-mixed-encodings = Некоторые знаки не имеют смысла ни в одной кодировке. Сравните с оригиналом.
look-alternatives = Что ещё возможно
look-none = Больше ничего не найдено. Нажмите E, чтобы вписать.
look-other-fields = Остальные поля
look-excerpt = Начало текста
look-no-excerpt = Текста нет.
look-edit = Вписать
look-done = Просмотрено
look-open = Открыть
look-order-text = { $words } можно прочесть двояко. Как пишет даты { $outlet }?
look-order-day-month = Сначала день: { $date }
look-order-month-day = Сначала месяц: { $date }
look-order-changed = { $articles ->
    [0] Другие даты { $outlet } не изменились.
   *[other] Заново прочитано дат { $outlet }: { $count }.
}
look-empty-title = Смотреть нечего
look-empty-text = У каждой статьи есть достаточно надёжные заголовок и дата. Сомнительное ждёт здесь.
look-empty-action = Импорт
look-none-match-title = По этой причине — ничего
look-none-match-text = Другие статьи ещё ждут.
look-none-match-action = Показать все
command-look-next = Следующая статья
command-look-previous = Предыдущая статья
command-look-done = Отметить как просмотренную
command-look-edit = Вписать выбранное поле
command-look-field = Следующее сомнительное поле
command-look-open = Открыть статью
command-look-original = Открыть оригинал
command-look-bin = Переместить статью в корзину
command-look-undo = Отменить последнее действие
command-look-take = Взять вариант с этим номером (1–9)

### The screens end here

filter-stories = Каждый сюжет один раз
row-copies = { $number ->
    [one] о том же ещё { $count } статья
    [few] о том же ещё { $count } статьи
   *[many] о том же ещё { $count } статей
}
row-is-copy = копия или перепечатка: о том же была более ранняя статья
row-copy = копия
row-copies-short = { $number ->
    [one] { $count } копия
    [few] { $count } копии
   *[many] { $count } копий
}
inspector-story = Сюжет
story-first = первая
story-here = эта статья
story-exact = те же слова
story-similar = совпадает на { $share }
story-difference = Показать разницу
story-difference-to = Показать разницу: { $outlet }, { $date }
story-more = { $number ->
    [one] и ещё { $count }
   *[other] и ещё { $count }
}
story-telling = { $outlet }, { $date }
comparison-title = Разница
comparison-from-to = От { $earlier } к { $later }
comparison-text = Более поздний текст с тем, что в нём иначе
comparison-removed = { $number ->
    [one] убрано { $count } слово
    [few] убрано { $count } слова
   *[many] убрано { $count } слов
}
comparison-added = { $number ->
    [one] новое { $count } слово
    [few] новых { $count } слова
   *[many] новых { $count } слов
}
comparison-next = Следующее отличие (N)
comparison-previous = Предыдущее отличие (P)
comparison-said-added = новое:
comparison-said-removed = убрано:
overview-stories = сюжеты без перепечаток
