# What SQLite alone takes for the texts of a dossier: FTS5 with its defaults and external content, as Python brings it.
# Usage: raw.py DOSSIER PLACE QUESTIONS, prints JSON. Rows are numbered by day, so that the newest come by their number alone.
import json, os, sqlite3, sys, time

dossier, place, questions = sys.argv[1:]
# Kilobytes of pages kept, as a reader of the dossier keeps them.
CACHE = min(max(os.path.getsize(dossier) // 1024 // 128, 16384), 65536)
source = sqlite3.connect(f"file:{dossier}?mode=ro", uri=True)


def build():
    """Makes the table of one's own and tells what the index alone took."""
    db = sqlite3.connect(place)
    db.executescript(f"PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA cache_size = -{CACHE};")
    db.executescript("""
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, title TEXT, text TEXT, outlet TEXT, language TEXT, day TEXT,
      earliest INTEGER, copies INTEGER, tagged INTEGER
    );
    CREATE TABLE topic (slug TEXT, article INTEGER, PRIMARY KEY (slug, article)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61');
    """)
    tenth = "SELECT id FROM article WHERE id % 10 = 0 AND removed_by IS NULL ORDER BY id LIMIT 10000"
    tagged = set(id for (id,) in source.execute(tenth))
    rows = source.execute("""
    SELECT a.id, ifnull(a.published_from, 0) << 32 | a.id, a.title, t.text, o.name, a.language, a.published,
      a.story_id IS NULL OR a.story_id = a.id, a.story_id IS NOT NULL
    FROM article a JOIN article_text t ON t.article_id = a.id LEFT JOIN outlet o ON o.id = a.outlet_id
    WHERE a.removed_by IS NULL ORDER BY 2
    """)
    # The texts are in memory before the clock runs; only the index is timed, in one transaction, as an import can at best.
    seconds = 0
    numbers = {}
    while some := rows.fetchmany(20000):
        numbers.update((row[0], row[1]) for row in some)
        columns = [row[1:] + (row[0] in tagged,) for row in some]
        db.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", columns)
        texts = [(row[1], row[2], row[3]) for row in some]
        began = time.perf_counter()
        db.executemany("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", texts)
        seconds += time.perf_counter() - began
    began = time.perf_counter()
    db.commit()
    seconds += time.perf_counter() - began
    suggested = source.execute("SELECT t.slug, s.article_id FROM suggestion s JOIN topic t ON t.id = s.topic_id")
    pairs = ((slug, numbers[article]) for slug, article in suggested if article in numbers)
    db.executemany("INSERT OR IGNORE INTO topic VALUES (?, ?)", pairs)
    db.executescript("""
    CREATE INDEX article_outlet ON article (outlet); CREATE INDEX article_language ON article (language);
    CREATE INDEX article_day ON article (day);
    CREATE INDEX article_tagged ON article (tagged) WHERE tagged; CREATE INDEX article_copies ON article (copies) WHERE copies;
    CREATE TABLE built (seconds REAL);
    """)
    with db:
        db.execute("INSERT INTO built VALUES (?)", (seconds,))
    db.close()


# Kept beside a dossier that is kept.
if not os.path.exists(place):
    build()
db = sqlite3.connect(place)
db.execute(f"PRAGMA cache_size = -{CACHE}")
(seconds,) = db.execute("SELECT seconds FROM built").fetchone()

CONDITIONS = {
    "outlet": "a.outlet = ?",
    "language": "a.language = ?",
    "days": "a.day >= ? AND a.day < ?",
    "topic": "a.id IN (SELECT article FROM topic WHERE slug = ?)",
    "tagged": "a.tagged = ?",
    "copies": "a.copies = ?",
    "earliest": "a.earliest = ?",
}


def asked(raw):
    """What follows SELECT, with its values."""
    conditions, values = [], []
    if raw["text"] is not None:
        conditions.append("search MATCH ?")
        values.append(raw["text"])
    for one in raw["where_"]:
        for name, value in one.items():
            conditions.append(CONDITIONS[name])
            values.extend(value if isinstance(value, list) else [value])
    if raw["text"] is None:
        source, number = "article a", "a.id"
    elif raw["where_"]:
        # CROSS: from the words to the columns. SQLite begins with the column else, and asks the index for every article.
        source, number = "search CROSS JOIN article a ON a.id = search.rowid", "search.rowid"
    else:
        source, number = "search", "search.rowid"
    return f"FROM {source} WHERE {' AND '.join(conditions)}", number, values, raw["text"] is not None


def milliseconds(sql, values):
    began = time.perf_counter()
    rows = db.execute(sql, values).fetchall()
    return (time.perf_counter() - began) * 1e3, rows


def newest(raw):
    tail, number, values, words = asked(raw)
    shown = "snippet(search, 1, '[', ']', '…', 40)" if words else "substr(a.text, 1, 240)"
    return milliseconds(f"SELECT {number}, {shown} {tail} ORDER BY {number} DESC LIMIT 50", values)


def best(raw, shown=""):
    tail, number, values, words = asked(raw)
    order = "search.rank" if words else f"{number} DESC"
    return milliseconds(f"SELECT {number} {shown if words else ''} {tail} ORDER BY {order} LIMIT 50", values)


def count(raw):
    tail, _, values, _ = asked(raw)
    return milliseconds(f"SELECT count(*) {tail}", values)


def times(measured):
    measured = sorted(measured)
    at = lambda percent: measured[max(0, -(-len(measured) * percent // 100) - 1)] if measured else 0
    return {"p50": at(50), "p95": at(95), "max": at(100)}


kinds = []
for kind in json.load(open(questions, encoding="utf-8")):
    first, *rest = [question["raw"] for question in kind["questions"]]
    cold, _ = newest(first)
    told = {"name": kind["name"], "cold": cold}
    told["newest"] = times([newest(raw)[0] for raw in rest])
    told["best"] = times([best(raw)[0] for raw in rest])
    told["best_shown"] = times([best(raw, ", snippet(search, 1, '[', ']', '…', 40)")[0] for raw in rest])
    counted = [count(raw) for raw in rest]
    told["count"] = times([milliseconds for milliseconds, _ in counted])
    told["hits"] = [rows[0][0] for _, rows in counted]
    kinds.append(told)
print(json.dumps({
    "seconds": seconds,
    "megabytes": os.path.getsize(place) / 1e6,
    "originals_megabytes": source.execute("SELECT ifnull(sum(length(bytes)), 0) FROM original").fetchone()[0] / 1e6,
    "kinds": kinds,
}))
