"""One thing with two values is told once; other things, bounds and spellings of one value are not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

MORE = "\n\nThe warden walks the quay each morning and writes down what he sees.\n"


def told(one: str, other: str, names: tuple[str, str] = ("rules.md", "questions.md")) -> list[str]:
    texts = [f"# Rules\n\n{one}{MORE}", f"# Questions\n\n{other}{MORE}"]
    report = check_documents(zip(names, texts, strict=True), config=Config(select=("GAP006",)))
    assert not report.failures
    return [f.message for f in report.findings]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("A session ends after 30 minutes without input.", "A session ends after 45 minutes without input.", ("30 minutes", "45 minutes")),
        ("Eine verlorene Karte kostet 5 Euro.", "Was ist, wenn ich sie verliere? Eine verlorene Karte kostet drei Euro.", ("5 Euro", "drei Euro")),
        ("Une carte perdue coûte 5 euros.", "Une carte perdue coûte 8 euros, payables au bureau.", ("5 euros", "8 euros")),
        ("Una tarjeta perdida cuesta 5 euros.", "Una tarjeta perdida cuesta 8 euros.", ("5 euros", "8 euros")),
        ("- An uploaded picture may have at most 20MB.", "An uploaded picture may have up to 25 MB.", ("20MB", "25 MB")),
        ("The valve closes within 30 s.", "The main valve closes within 45 s.", ("30 s", "45 s")),
    ],
)  # fmt: skip
def test_two_values(one: str, other: str, values: tuple[str, str]) -> None:
    (message,) = told(one, other)
    assert all(value in message for value in values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A session ends after 30 minutes.", "A session ends after half an hour."),
        ("The gate closes after 90 seconds.", "The gate closes after 1.5 minutes."),
        ("A session ends after at least 30 minutes.", "A session ends after at most 45 minutes."),
        ("The east gate closes after 30 seconds.", "The west gate closes after 45 seconds."),
        ("A lost card costs 5 euros.", "A lost key costs 8 euros."),
        ("It costs 5 euros.", "It costs 8 euros."),
        ("See section 5 of the rules of the house.", "See section 8 of the rules of the house."),
        ("The rules of the harbour were written in 1998 by members.", "The rules of the harbour were written in 2004 by members."),
    ],
)  # fmt: skip
def test_no_conflict(one: str, other: str) -> None:
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Tokens expire after 15 minutes.", "A token lives for 30 minutes.", ("15 minutes", "30 minutes")),
        ("The account is locked after 3 failed attempts.", "After five failed attempts the account is locked.", ("3 failed attempts", "five failed attempts")),
        ("Der Dienst lauscht auf Port 8080.", "Der Dienst ist unter Port 9090 erreichbar.", ("Port 8080", "Port 9090")),
        ("Nach 3 Fehlversuchen wird das Konto gesperrt.", "Das Konto wird nach fünf fehlgeschlagenen Versuchen gesperrt.", ("3 Fehlversuchen", "fünf")),
        ("Le jeton expire au bout de 15 minutes.", "La durée de vie du jeton est de 30 minutes.", ("15 minutes", "30 minutes")),
        ("Les colis perdus sont remboursés sous 30 jours.", "Le remboursement des colis perdus prend 45 jours.", ("30 jours", "45 jours")),
        ("Los registros se conservan durante 30 días.", "Los registros se eliminan después de 60 días.", ("30 días", "60 días")),
        ("トークンは15分で失効します。", "トークンの有効期限は30分です。", ("15分", "30分")),
        ("日志保留30天。", "日志在90天后删除。", ("30天", "90天")),
        ("A session of a warden\nends after 30 minutes\nwithout input.", "A session of a warden ends after 45 minutes without input.", ("30 minutes", "45 minutes")),
    ],
)  # fmt: skip
def test_other_words(one: str, other: str, values: tuple[str, str]) -> None:
    (message,) = told(one, other)
    assert all(value in message for value in values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An upload must not be larger than 20 MB.", "| Limit | Value |\n|---|---|\n| Maximum size of an upload | 50 MB |"),
        ("Logs are kept for 30 days.", "- Retention of logs: 90 days"),
        ("Les journaux sont conservés pendant 30 jours.", "- **Conservation des journaux** : 45 jours"),
        ("Protokolle werden 30 Tage aufbewahrt.", "| Frist | Wert |\n|---|---|\n| Aufbewahrung der Protokolle | 90 Tage |"),
        ("The connection timeout is 10 seconds.", "```ini\nconnection_timeout_seconds = 30\n```"),
        ("| Port | |\n|---|---|\n| Port of the gauge | 5000 |", "The gauge listens on port 6000."),
        ("## How long is a reset link valid?\n\n30 minutes.", "A reset link is valid for two hours."),
    ],
)  # fmt: skip
def test_tables_lists_settings_and_answers(one: str, other: str) -> None:
    assert len(told(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Access tokens expire after 15 minutes.", "Refresh tokens expire after 30 minutes."),
        ("If the battery is low, the gauge reports every 60 seconds.", "The gauge reports every 10 seconds."),
        ("For example, a lease lasts 30 days.", "For example, a lease lasts 60 days."),
        ("The timeout of a lock was 30 seconds.", "The timeout of a lock is 45 seconds."),
        ("The file of a berth may have 1 MB.", "The file of a berth may have 1 MiB."),
        ("A lease ends after 30 days.", "A lease ends after one month."),
        ("The pump reports 10 seconds later.", "The lamp reports 30 seconds later."),
        ("```yaml\nlock_timeout: 30s\n```", "```yaml\nlock_timeout: 60s\n```"),
        ("Erwachsene zahlen 8 Euro.", "Kinder zahlen 4 Euro."),
        ("管理者のセッションは15分で終了する。", "利用者のセッションは60分で終了する。"),
    ],
)  # fmt: skip
def test_two_things(one: str, other: str) -> None:
    assert told(one, other) == []


def in_one(one: str, other: str, headings: tuple[str, str] = ("Opening of the gate", "Questions")) -> list[str]:
    text = f"# Rules\n\n## {headings[0]}\n\n{one}{MORE}\n## {headings[1]}\n\n{other}{MORE}"
    report = check_documents([("rules.md", text)], config=Config(select=("GAP006",)))
    return [f"{f.place.start_line}: {f.message}" for f in report.findings if f.place]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gate opens within 30 s.", "The gate opens within 45 s."),
        ("A berth is held for 3 days.", "- A berth is held for 5 days."),
        ("Ein Liegeplatz wird 3 Tage freigehalten.", "Wie lange? Ein Liegeplatz wird 5 Tage freigehalten."),
        ("Une place est gardée 3 jours.", "Une place est gardée 5 jours."),
    ],
)
def test_two_places_of_one_document(one: str, other: str) -> None:
    (message,) = in_one(one, other)
    assert message.startswith("5: ")
    assert "where line 1" in message


@pytest.mark.parametrize(
    ("one", "other", "headings"),
    [
        ("A lost card costs 5 euros.", "A lost card costs 3 euros.", ("Member cards", "Questions about cards")),
        ("Eine Karte gilt 12 Monate.", "Eine Karte gilt 24 Monate.", ("Karten der Mitglieder", "Fragen zu Karten")),
        (
            "Un colis est gardé 10 jours.",
            "Un colis est gardé 15 jours.",
            ("Garde des colis", "Questions sur les colis"),
        ),
    ],
)
def test_titles_that_name_the_same_thing(one: str, other: str, headings: tuple[str, str]) -> None:
    files = {
        f"{name}.md": f"# {title}\n\n{said}{MORE}"
        for name, title, said in zip("ab", headings, (one, other), strict=True)
    }
    assert len(check_documents(files.items(), config=Config(select=("GAP006",))).findings) == 1


def test_parts_of_one_sort() -> None:
    one, other = "The holder pays 75% of the fee.", "The holder pays 100% of the fee."
    assert in_one(one, other, ("Summer berth", "Winter berth")) == []
    assert in_one(one, other, ("Development", "Production")) == []
    assert in_one("The gate opens within 30 s, and the gate opens within 45 s.", "It rains.") == []


def test_an_attribute_that_each_document_has() -> None:
    files = {
        f"berth-{name}.md": f"# {name}\n\nA berth of this quay costs {n} euros a day.{MORE}"
        for n, name in enumerate("abcd", 5)
    }
    assert not check_documents(files.items(), config=Config(select=("GAP006",))).findings


def test_versions_of_one_document() -> None:
    one, other = "A lost card costs 5 euros.", "A lost card costs 8 euros."
    assert told(one, other, ("fees-2022.md", "fees-2023.md")) == []
    assert told(one, other, ("old/fees.md", "fees.md")) == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("A locker may be opened **5** times.", "A locker may be opened 9 times.", ("5 times", "9 times")),
        ("A pass can be renewed twice.", "Each pass can be renewed 5 times.", ("twice", "5 times")),
        ("A guest may park 3 boats.", "A guest can park at most 5 boats.", ("3 boats", "5 boats")),
        ("La garantía es de 2 años.", "La garantía es de 3 años.", ("2 años", "3 años")),
        ("De bedenktijd is 14 dagen.", "De bedenktijd duurt 30 dagen.", ("14 dagen", "30 dagen")),
        ("A deposit of 50 euros is due at signing.", "| Deposit | 80 € |\n|---|---|", ("50 euros", "80 €")),
    ],
)
def test_values_in_bold_behind_the_verb_and_by_permission(one: str, other: str, values: tuple[str, str]) -> None:
    (message,) = told(one, other)
    assert all(value in message for value in values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What an item without a verb is said of stands above its list.
        ("- Latency of answers < 100 ms", "- Latency of answers < 250 ms"),
        ("- 16 TB of traffic per month", "- 100 TB of traffic per month"),
        ("- au moins 128 Go de mémoire vive", "- au moins 2 Go de mémoire vive"),
        # A case is none of the facts.
        ("- **WHEN** the cargo list has 10 KB", "- **WHEN** the cargo list has 60 KB"),
        ("Wenn der Kahn 10 Tonnen wiegt, läutet die Glocke.", "Wenn der Kahn 30 Tonnen wiegt, läutet die Glocke."),
        ("Quand la caisse pèse 10 kg, la balance sonne.", "Quand la caisse pèse 30 kg, la balance sonne."),
        # Formulas, products and names of programs.
        ("The norm of the tide is $L_2$, as the $h_1$ says.", "The norm of the tide is $L_3$, as the $h_1$ says."),
        ("The header of the record is `crate_info$10`.", "The header of the record is `crate_info$11`."),
        ("The tide table has `rows * 2` bytes of padding.", "The tide table has `rows * 8` bytes of padding."),
        # Numbers of pages in an index.
        ("Cargo of the harbour 154\nHarbour master", "Cargo of the harbour 53\nHarbour master"),
        ("Mitigations of floods 154 H", "Mitigations of floods 53 H"),
        # What a number is of is unknown.
        ("The remaining 70% of the crates are of oak.", "The remaining 65% of the crates are of oak."),
        ("这一过程可能需要 24 小时。", "这一过程可能需要 60 小时。"),
    ],
)
def test_no_values_of_one_thing(one: str, other: str) -> None:
    assert told(one, other) == []


def within(*parts: tuple[str, str]) -> list[str]:
    text = "# Rules\n\n" + "\n\n".join(f"## {heading}\n\n{said}" for heading, said in parts) + MORE
    return [f.message for f in check_documents([("rules.md", text)], config=Config(select=("GAP006",))).findings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("§ 7 Zwischenprüfung", "§ 9 Abschlussprüfung"),
        ("Art. 4", "Art. 11"),
        ("Article 4 Moorings", "Article 11 Cranes"),
        ("Artículo 4", "Artículo 11"),
        ("第4条", "第11条"),
    ],
)
def test_articles_of_a_law_are_about_cases_of_their_own(one: str, other: str) -> None:
    said = "A berth of the quay is held for {} days."
    assert within((one, said.format(3)), (other, said.format(6))) == []
    assert within(("Moorings", said.format(3)), ("Cranes", said.format(6)))


def test_an_article_of_a_law_may_contradict_another_on_what_there_is_one_of() -> None:
    assert within(
        ("§ 4 Return", "Goods can be returned within 14 days."), ("§ 9 Costs", "Goods can be returned within 30 days.")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("Requirement: Cargo lists", "Requirement: Harbour fees"), ("Anforderung 3: Listen", "Anforderung 7: Fracht")],
)
def test_what_all_parts_are_called_is_nothing_that_they_share(one: str, other: str) -> None:
    said = "The list of cargo must not exceed {} entries after the sorting of crates."
    assert within((one, said.format(6)), (other, said.format(9)))


@pytest.mark.parametrize("fields", ["tools: Read, Write", "model: small", "allowed-tools: Bash"])
def test_what_an_agent_is_to_strive_for_is_no_value_of_the_set(fields: str) -> None:
    said = "An uploaded picture may have at most {} MB."
    head = f"---\nname: {{}}\ndescription: Helps with boats.\n{fields}\n---\n\n# {{}}\n\n"
    files = [(f"roles/{n}.md", head.format(n, n) + said.format(v) + MORE) for n, v in (("pilot", 3), ("warden", 9))]
    assert not check_documents(files, config=Config(select=("GAP006",))).findings
    assert told(said.format(3), said.format(9))


@pytest.mark.parametrize("folder", ["agents", "team-skills", "commands", "prompts"])
def test_files_in_a_folder_of_agents_have_subjects_of_their_own(folder: str) -> None:
    said = ("An uploaded picture may have at most 20 MB.", "An uploaded picture may have at most 25 MB.")
    assert told(*said, names=(f"{folder}/reader.md", f"{folder}/finder.md")) == []
    assert told(*said, names=("notes/reader.md", "notes/finder.md"))


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        # Names with underscores are words of their own.
        ("The C_AN module has a memory of 256 bytes.", "The C_TTAN module has a memory of 512 bytes.", ("a.md", "b.md")),
        ("The `tide_in` field has at most 64 bytes.", "The `tide_out` field has at most 32 bytes.", ("a.md", "b.md")),
        # One file is named as the other, with a word before.
        ("An uploaded picture may have at most 20 MB.", "An uploaded picture may have at most 25 MB.", ("api.md", "guest_api.md")),
        ("An uploaded picture may have at most 20 MB.", "An uploaded picture may have at most 25 MB.", ("x/api.md", "x/guest-api.md")),
        # Files of one name in places that differ are about what their folders are about.
        ("The vote on a change of the map lasts 7 days.", "The vote on a change of the map lasts 14 days.", ("one/CHANGES.md", "two/rules/CHANGES.md")),
    ],
)  # fmt: skip
def test_names_that_tell_things_apart(one: str, other: str, names: tuple[str, str]) -> None:
    assert told(one, other, names=names) == []
