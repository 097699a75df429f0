# Headings and fixed words of exported briefings. Read by the Rust crate `briefing`; keys are the same in all three files.

## Marks
doc-quote-open = «
doc-quote-close = »
doc-quote-lost = у артыкуле, як ён прачытаны цяпер, гэтых слоў больш няма
doc-join = { $first }, { $second }

## The head
doc-date = Дата
doc-as-of = Паводле стану на
doc-as-of-happened-by = { $date }: што адбылося да гэтага дня, паводле ўсіх наяўных цяпер сведчанняў
doc-as-of-known-by = { $date }: што было вядома з артыкулаў, апублікаваных да гэтага дня
doc-audience = Для каго
doc-dossier = Дасье
doc-handling = Рэжым доступу
doc-tlp-red = толькі для названых атрымальнікаў
doc-tlp-amber-strict = толькі для арганізацыі атрымальніка
doc-tlp-amber = для арганізацыі атрымальніка і яе кліентаў
doc-tlp-green = для прафесійнай супольнасці, не для публікацыі
doc-tlp-clear = распаўсюджванне не абмежавана

## Headings
doc-key-points = Ключавыя тэзісы
doc-timeline = Храналогія
doc-register = Рэестр вех
doc-articles-by-month = Артыкулы па месяцах
doc-undated-left-out = Без даты не паказана: { $count }
doc-quotations = Цытаты
doc-found = Знойдзенае пошукам
doc-found-newest = Артыкулаў, што адказваюць на запыт «{ $words }»: { $articles }. Паказана, спачатку новыя, па ўрыўку з кожнага: { $shown }.
doc-found-best = Артыкулаў, што адказваюць на запыт «{ $words }»: { $articles }. Паказана, спачатку найлепшыя адказы, па ўрыўку з кожнага: { $shown }.
doc-found-at-most = не больш за { $articles }
doc-sources = Крыніцы
doc-note = Нататка аналітыка
doc-note-untitled = Нататка без назвы
doc-untitled = Без назвы

## Where there is nothing
doc-empty = У гэтай даведцы пакуль нічога няма.
doc-empty-key-points = Для гэтых вех не прынята ніводнага сведчання, таму тэзісаў няма.
doc-empty-timeline = Няма датаваных вех, якія можна паказаць на шкале.
doc-empty-register = У рэестры няма вех.
doc-empty-quotations = Няма ўрыўкаў для цытавання.
doc-empty-found = На гэтыя словы нішто не адказвае.
doc-empty-note = Гэтая нататка пустая.
doc-empty-sources = Крыніцы не цытуюцца.

## What a line rests on
doc-judgement = няма ўрыўка: меркаванне аналітыка
doc-judgement-reason = няма ўрыўка: меркаванне аналітыка — { $reason }
doc-judgement-short = меркаванне
doc-judgement-bundled = няма ўрыўка: меркаванне з убудаванага дасье, не гэтага аналітыка
doc-judgement-bundled-reason = няма ўрыўка: меркаванне з убудаванага дасье, не гэтага аналітыка — { $reason }
doc-judgement-bundled-short = меркаванне з убудаванага дасье
doc-disputed = аспрэчваецца ў
doc-against = сведчанне супраць
doc-mention = толькі згадка
doc-supports = Пацвярджае: { $milestone }
doc-contradicts = Супярэчыць: { $milestone }
doc-mentions = Згадвае: { $milestone }
doc-quotation = Цытата { $number }
doc-see-quotation = цытата { $number }
doc-timeline-parts = { $milestone }, у тым ліку: { $parts }
doc-timeline-more = { $parts } … (яшчэ { $number })

## The register
doc-milestone = Вяха
doc-when = Дата
doc-who = Хто
doc-status = Статус
doc-source-numbers = Крыніцы
doc-since = { $month ->
    [m1] са
    [m8] са
    [m12] са
   *[other] з
} { $of }
doc-status-or-kind = Статус або від
doc-kind = Від
doc-kind-treaty = дагавор
doc-kind-decision = рашэнне
doc-kind-working-group = рабочая група
doc-kind-roadmap = дарожная карта
doc-kind-negotiation = перамовы
doc-kind-deadline = тэрмін
doc-kind-statement = заява
doc-kind-implementation = выкананне
doc-kind-external-event = знешняя падзея
doc-who-role = { $name } ({ $role })
doc-status-not-begun = не пачата
doc-status-begun = пачата
doc-status-partly = выканана часткова
doc-status-done = выканана
doc-status-on-hold = прыпынена
doc-status-withdrawn = адклікана
doc-role-promised = абяцанне
doc-role-decided = рашэнне
doc-role-claimed = сцвярджэнне
doc-role-agreed = дамоўленасць
doc-role-announced = абвяшчэнне
doc-lineage-became = → стала часткай: { $title }
doc-lineage-split-into = → падзел: { $title }
doc-lineage-merged-into = → зліццё: { $title }
doc-lineage-renamed = → новая назва: { $title }
doc-lineage-superseded-by = → замена: { $title }
doc-lineage-withdrawn = → адкліканне: { $title }
doc-lineage-from-became = ← раней: { $title }
doc-lineage-from-split-into = ← вылучэнне: { $title }
doc-lineage-from-merged-into = ← зліццё: { $title }
doc-lineage-from-renamed = ← ранейшая назва: { $title }
doc-lineage-from-superseded-by = ← замест ранейшага: { $title }
doc-lineage-from-withdrawn = ← адкліканне ранейшага: { $title }

## Sources
doc-sources-legend = Нумары ў дужках вядуць да гэтых крыніц. Усё, што не мае нумара, — меркаванне: уласнае аналітыка або, дзе гэта сказана, з убудаванага дасье, аналітыкам не пацверджанае. SHA-256 — адбітак арыгінала, які захоўваецца ў дасье.
doc-date-unknown = дата невядомая
doc-shortened = На гэтых старонках скарочаны словы, даўжэйшыя за { $number } знакаў, і загалоўкі, даўжэйшыя за некалькі радкоў: яны канчаюцца на «…». У іншых фарматах яны цалкам.
doc-outlet-unknown = выданне невядомае
doc-captured = унесена { $of }
doc-grade = ацэнка крыніцы { $grade }
doc-evidence-bundled = сведчанні з убудаванага дасье
doc-evidence-partly-bundled = сведчанні часткова з убудаванага дасье
doc-back = Назад да месца цытавання
doc-language-en = англійская
doc-language-ru = руская
doc-language-be = беларуская
doc-language-uk = украінская

## Trends
doc-trend-articles = Артыкулы { $by }
doc-trend-stories = Сюжэты { $by }
doc-trend-tags = Тэгі { $by }
doc-trend-passages = Знойдзеныя фрагменты { $by }
doc-trend-by-week = па тыднях
doc-trend-by-month = па месяцах
doc-trend-by-year = па гадах
doc-trend-all = Усяго
doc-trend-others = Іншыя: { $count }
doc-trend-without-topic = Без тэмы
doc-trend-without-outlet = Выданне невядомае
doc-trend-without-language = Мова невядомая
doc-trend-coarse-week = Дзень невядомы, не паказана: { $count }
doc-trend-coarse-month = Месяц невядомы, не паказана: { $count }
doc-trend-coarse-year = Год невядомы, не паказана: { $count }
doc-trend-row-coarse-week = дзень невядомы
doc-trend-row-coarse-month = месяц невядомы
doc-trend-row-coarse-year = год невядомы
doc-trend-row-undated = без даты
doc-trend-at-most = лічбы — верхнія межы

## Dates. `-of` is the genitive Russian and Belarusian want after most prepositions, `-acc` the accusative; in `circa` to
## `onwards`, $of and $acc have them.
doc-date-year = { $year }{"\u00A0"}г.
doc-date-year-of = { $year }{"\u00A0"}г.
doc-date-year-bc = { $year }{"\u00A0"}г. да{"\u00A0"}н.{"\u00A0"}э.
doc-date-year-bc-of = { $year }{"\u00A0"}г. да{"\u00A0"}н.{"\u00A0"}э.
doc-date-decade = { $year }-я{"\u00A0"}гг.
doc-date-decade-of = { $year }-х{"\u00A0"}гг.
doc-date-years = { $from }–{ $to }{"\u00A0"}гг.
doc-date-years-bc = { $from }–{ $to }{"\u00A0"}гг. да{"\u00A0"}н.{"\u00A0"}э.
doc-date-year-unknown = (год невядомы)
doc-date-month = { $month } { $year }
doc-date-day = { $day } { $month } { $year }
doc-date-month-unknown = { $date } (месяц невядомы)
doc-date-day-unknown = { $date } (дзень невядомы)
doc-date-circa = каля { $of }
doc-date-roughly = { $date } (прыблізна)
doc-date-inferred = { $date } (па кантэксце)
doc-date-uncertain = { $date } (?)
doc-date-range = { $from } – { $to }
doc-date-or = { $others } або { $last }
doc-date-by = не пазней за { $acc }
doc-date-until = да { $of } уключна
doc-date-from = { $month ->
    [m1] са
    [m8] са
    [m12] са
   *[other] з
} { $of }
doc-date-onwards = { $month ->
    [m1] пачынаючы са
    [m8] пачынаючы са
    [m12] пачынаючы са
   *[other] пачынаючы з
} { $of }
doc-month-1 = студзень
doc-month-1-of = студзеня
doc-month-2 = люты
doc-month-2-of = лютага
doc-month-3 = сакавік
doc-month-3-of = сакавіка
doc-month-4 = красавік
doc-month-4-of = красавіка
doc-month-5 = май
doc-month-5-of = мая
doc-month-6 = чэрвень
doc-month-6-of = чэрвеня
doc-month-7 = ліпень
doc-month-7-of = ліпеня
doc-month-8 = жнівень
doc-month-8-of = жніўня
doc-month-9 = верасень
doc-month-9-of = верасня
doc-month-10 = кастрычнік
doc-month-10-of = кастрычніка
doc-month-11 = лістапад
doc-month-11-of = лістапада
doc-month-12 = снежань
doc-month-12-of = снежня
doc-month-21 = вясна
doc-month-21-of = вясны
doc-month-21-acc = вясну
doc-month-22 = лета
doc-month-22-of = лета
doc-month-22-acc = лета
doc-month-23 = восень
doc-month-23-of = восені
doc-month-23-acc = восень
doc-month-24 = зіма
doc-month-24-of = зімы
doc-month-24-acc = зіму
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
doc-month-37 = першая траціна
doc-month-37-of = першай траціны
doc-month-37-acc = першую траціну
doc-month-38 = другая траціна
doc-month-38-of = другой траціны
doc-month-38-acc = другую траціну
doc-month-39 = апошняя траціна
doc-month-39-of = апошняй траціны
doc-month-39-acc = апошнюю траціну
doc-month-40 = першае паўгоддзе
doc-month-40-of = першага паўгоддзя
doc-month-40-acc = першае паўгоддзе
doc-month-41 = другое паўгоддзе
doc-month-41-of = другога паўгоддзя
doc-month-41-acc = другое паўгоддзе
