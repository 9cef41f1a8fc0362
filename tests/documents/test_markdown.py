from knowntenant.documents import markdown


def test_a_cell_cannot_break_its_table() -> None:
    assert markdown.table(("a",), [["x | y\nz"]]) == "| a |\n| --- |\n| x \\| y z |"


def test_names_are_in_code_letters_and_no_name_is_nothing() -> None:
    assert markdown.names(["深圳", "b"]) == "`深圳`, `b`"
    assert markdown.name("") == ""


def test_a_page_begins_with_its_mark_and_leaves_out_empty_parts() -> None:
    assert markdown.page("T", "a\n", "", "b") == f"{markdown.MADE_BY}\n\n# T\n\na\n\nb\n"


def test_code_and_lists_are_fenced_and_bulleted() -> None:
    assert markdown.code("a: 1\n", "yaml") == "```yaml\na: 1\n```"
    assert markdown.bullets(["a", "b"]) == "- a\n- b"
