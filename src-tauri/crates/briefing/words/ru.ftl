# Headings and fixed words of exported briefings. Read by the Rust crate `briefing`; keys are the same in all three files.

## Marks
doc-quote-open = «
doc-quote-close = »
doc-quote-lost = в статье, как она прочитана теперь, этих слов больше нет
doc-join = { $first }, { $second }

## The head
doc-date = Дата
doc-as-of = По состоянию на
doc-as-of-happened-by = { $date }: что произошло к этому дню, по всем имеющимся сейчас свидетельствам
doc-as-of-known-by = { $date }: что было известно из статей, опубликованных к этому дню
doc-audience = Для кого
doc-dossier = Досье
doc-handling = Режим доступа
doc-tlp-red = только для названных получателей
doc-tlp-amber-strict = только для организации получателя
doc-tlp-amber = для организации получателя и её клиентов
doc-tlp-green = для профессионального сообщества, не для публикации
doc-tlp-clear = распространение не ограничено

## Headings
doc-key-points = Ключевые тезисы
doc-timeline = Хронология
doc-register = Реестр вех
doc-articles-by-month = Статьи по месяцам
doc-undated-left-out = Без даты не показано: { $count }
doc-quotations = Цитаты
doc-found = Найденное поиском
doc-found-newest = Статей, отвечающих на запрос «{ $words }»: { $articles }. Показано, сначала новые, по отрывку из каждой: { $shown }.
doc-found-best = Статей, отвечающих на запрос «{ $words }»: { $articles }. Показано, сначала лучшие ответы, по отрывку из каждой: { $shown }.
doc-found-at-most = не больше { $articles }
doc-sources = Источники
doc-note = Заметка аналитика
doc-note-untitled = Заметка без названия
doc-untitled = Без названия

## Where there is nothing
doc-empty = В этой справке пока ничего нет.
doc-empty-key-points = Для этих вех не принято ни одного свидетельства, поэтому тезисов нет.
doc-empty-timeline = Нет датированных вех, которые можно показать на шкале.
doc-empty-register = В реестре нет вех.
doc-empty-quotations = Нет отрывков для цитирования.
doc-empty-found = На эти слова ничто не отвечает.
doc-empty-note = Эта заметка пуста.
doc-empty-sources = Источники не цитируются.

## What a line rests on
doc-judgement = нет отрывка: суждение аналитика
doc-judgement-reason = нет отрывка: суждение аналитика — { $reason }
doc-judgement-short = суждение
doc-judgement-bundled = нет отрывка: суждение из встроенного досье, не этого аналитика
doc-judgement-bundled-reason = нет отрывка: суждение из встроенного досье, не этого аналитика — { $reason }
doc-judgement-bundled-short = суждение из встроенного досье
doc-disputed = оспаривается в
doc-against = свидетельство против
doc-mention = только упоминание
doc-supports = Подтверждает: { $milestone }
doc-contradicts = Противоречит: { $milestone }
doc-mentions = Упоминает: { $milestone }
doc-quotation = Цитата { $number }
doc-see-quotation = цитата { $number }
doc-timeline-parts = { $milestone }, в том числе: { $parts }
doc-timeline-more = { $parts } … (ещё { $number })

## The register
doc-milestone = Веха
doc-when = Дата
doc-who = Кто
doc-status = Статус
doc-source-numbers = Источники
doc-since = с { $of }
doc-status-or-kind = Статус или вид
doc-kind = Вид
doc-kind-treaty = договор
doc-kind-decision = решение
doc-kind-working-group = рабочая группа
doc-kind-roadmap = дорожная карта
doc-kind-negotiation = переговоры
doc-kind-deadline = срок
doc-kind-statement = заявление
doc-kind-implementation = исполнение
doc-kind-external-event = внешнее событие
doc-who-role = { $name } ({ $role })
doc-status-not-begun = не начато
doc-status-begun = начато
doc-status-partly = выполнено частично
doc-status-done = выполнено
doc-status-on-hold = приостановлено
doc-status-withdrawn = отозвано
doc-role-promised = обещание
doc-role-decided = решение
doc-role-claimed = утверждение
doc-role-agreed = договорённость
doc-role-announced = объявление
doc-lineage-became = → стало частью: { $title }
doc-lineage-split-into = → разделение: { $title }
doc-lineage-merged-into = → слияние: { $title }
doc-lineage-renamed = → новое название: { $title }
doc-lineage-superseded-by = → замена: { $title }
doc-lineage-withdrawn = → отзыв: { $title }
doc-lineage-from-became = ← ранее: { $title }
doc-lineage-from-split-into = ← выделение: { $title }
doc-lineage-from-merged-into = ← слияние: { $title }
doc-lineage-from-renamed = ← прежнее название: { $title }
doc-lineage-from-superseded-by = ← вместо прежнего: { $title }
doc-lineage-from-withdrawn = ← отзыв прежнего: { $title }

## Sources
doc-sources-legend = Номера в скобках ведут к этим источникам. Всё, что не имеет номера, — суждение: собственное аналитика или, где это сказано, из встроенного досье, аналитиком не подтверждённое. SHA-256 — отпечаток оригинала, который хранится в досье.
doc-date-unknown = дата неизвестна
doc-shortened = На этих страницах сокращены слова длиннее { $number } знаков и заголовки длиннее нескольких строк: они кончаются на «…». В других форматах они целиком.
doc-outlet-unknown = издание неизвестно
doc-captured = внесено { $of }
doc-grade = оценка источника { $grade }
doc-evidence-bundled = свидетельства из встроенного досье
doc-evidence-partly-bundled = свидетельства отчасти из встроенного досье
doc-back = Назад к месту цитирования
doc-language-en = английский
doc-language-ru = русский
doc-language-be = белорусский
doc-language-uk = украинский

## Trends
doc-trend-articles = Статьи { $by }
doc-trend-stories = Сюжеты { $by }
doc-trend-tags = Теги { $by }
doc-trend-passages = Найденные фрагменты { $by }
doc-trend-by-week = по неделям
doc-trend-by-month = по месяцам
doc-trend-by-year = по годам
doc-trend-all = Всего
doc-trend-others = Прочие: { $count }
doc-trend-without-topic = Без темы
doc-trend-without-outlet = Издание неизвестно
doc-trend-without-language = Язык неизвестен
doc-trend-coarse-week = День неизвестен, не показано: { $count }
doc-trend-coarse-month = Месяц неизвестен, не показано: { $count }
doc-trend-coarse-year = Год неизвестен, не показано: { $count }
doc-trend-row-coarse-week = день неизвестен
doc-trend-row-coarse-month = месяц неизвестен
doc-trend-row-coarse-year = год неизвестен
doc-trend-row-undated = без даты
doc-trend-at-most = числа — верхние границы

## Dates. `-of` is the genitive Russian and Belarusian want after most prepositions, `-acc` the accusative; in `circa` to
## `onwards`, $of and $acc have them.
doc-date-year = { $year }{"\u00A0"}г.
doc-date-year-of = { $year }{"\u00A0"}г.
doc-date-year-bc = { $year }{"\u00A0"}г. до{"\u00A0"}н.{"\u00A0"}э.
doc-date-year-bc-of = { $year }{"\u00A0"}г. до{"\u00A0"}н.{"\u00A0"}э.
doc-date-decade = { $year }-е{"\u00A0"}гг.
doc-date-decade-of = { $year }-х{"\u00A0"}гг.
doc-date-years = { $from }–{ $to }{"\u00A0"}гг.
doc-date-years-bc = { $from }–{ $to }{"\u00A0"}гг. до{"\u00A0"}н.{"\u00A0"}э.
doc-date-year-unknown = (год неизвестен)
doc-date-month = { $month } { $year }
doc-date-day = { $day } { $month } { $year }
doc-date-month-unknown = { $date } (месяц неизвестен)
doc-date-day-unknown = { $date } (день неизвестен)
doc-date-circa = ок.{"\u00A0"}{ $of }
doc-date-roughly = { $date } (приблизительно)
doc-date-inferred = { $date } (по контексту)
doc-date-uncertain = { $date } (?)
doc-date-range = { $from } – { $to }
doc-date-or = { $others } или { $last }
doc-date-by = не позднее { $of }
doc-date-until = до { $of } включительно
doc-date-from = { $month ->
    [m38] со { $of }
    [m41] со { $of }
   *[other] с { $of }
}
doc-date-onwards = { $month ->
    [m38] начиная со { $of }
    [m41] начиная со { $of }
   *[other] начиная с { $of }
}
doc-month-1 = январь
doc-month-1-of = января
doc-month-2 = февраль
doc-month-2-of = февраля
doc-month-3 = март
doc-month-3-of = марта
doc-month-4 = апрель
doc-month-4-of = апреля
doc-month-5 = май
doc-month-5-of = мая
doc-month-6 = июнь
doc-month-6-of = июня
doc-month-7 = июль
doc-month-7-of = июля
doc-month-8 = август
doc-month-8-of = августа
doc-month-9 = сентябрь
doc-month-9-of = сентября
doc-month-10 = октябрь
doc-month-10-of = октября
doc-month-11 = ноябрь
doc-month-11-of = ноября
doc-month-12 = декабрь
doc-month-12-of = декабря
doc-month-21 = весна
doc-month-21-of = весны
doc-month-21-acc = весну
doc-month-22 = лето
doc-month-22-of = лета
doc-month-22-acc = лето
doc-month-23 = осень
doc-month-23-of = осени
doc-month-23-acc = осень
doc-month-24 = зима
doc-month-24-of = зимы
doc-month-24-acc = зиму
doc-month-33 = I квартал
doc-month-33-of = I квартала
doc-month-33-acc = I квартал
doc-month-34 = II квартал
doc-month-34-of = II квартала
doc-month-34-acc = II квартал
doc-month-35 = III квартал
doc-month-35-of = III квартала
doc-month-35-acc = III квартал
doc-month-36 = IV квартал
doc-month-36-of = IV квартала
doc-month-36-acc = IV квартал
doc-month-37 = первая треть
doc-month-37-of = первой трети
doc-month-37-acc = первую треть
doc-month-38 = вторая треть
doc-month-38-of = второй трети
doc-month-38-acc = вторую треть
doc-month-39 = последняя треть
doc-month-39-of = последней трети
doc-month-39-acc = последнюю треть
doc-month-40 = первое полугодие
doc-month-40-of = первого полугодия
doc-month-40-acc = первое полугодие
doc-month-41 = второе полугодие
doc-month-41-of = второго полугодия
doc-month-41-acc = второе полугодие
