"""Draws lemmas from the frequency list of Russian texts on standard input, and gives the forms that OpenCorpora's dictionary has of each.

Arguments: seed, number. Output: JSON Lines {"lemma", "pos", "forms"}. Needs pymorphy3 (pip install pymorphy3).
"""
import collections
import json
import random
import re
import sys

import pymorphy3

KINDS = {"NOUN": "noun", "ADJF": "adjective", "ADJS": "adjective", "COMP": "adjective", "VERB": "verb", "INFN": "verb",
         "PRTF": "verb", "PRTS": "verb", "GRND": "verb"}
NAMES = {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Init"}

seed, number = int(sys.argv[1]), int(sys.argv[2])
words = collections.Counter(re.findall("[а-яё]{3,}", sys.stdin.read().lower()))
analyzer = pymorphy3.MorphAnalyzer()
found = {}
for word in sorted(word for word, times in words.items() if times > 1):
    parse = analyzer.parse(word)[0]
    kind = KINDS.get(parse.tag.POS)
    if kind and parse.is_known and not any(name in parse.tag for name in NAMES):
        found.setdefault((parse.normal_form, kind), parse)
drawn = sorted(found)
random.Random(seed).shuffle(drawn)
for lemma, kind in drawn[:number]:
    forms = sorted({form.word for form in found[lemma, kind].lexeme})
    print(json.dumps({"lemma": lemma, "pos": kind, "forms": forms}, ensure_ascii=False))
