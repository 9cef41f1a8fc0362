"""The way through the questions of `knowntenant scope`: forth, back, left open, and to the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from knowntenant.cli.scope_questions import AGAIN, Question, Told, questions, rows
from knowntenant.imports.product_lines import Row
from knowntenant.imports.signs import has_odd_signs
from knowntenant.law.kinds import Unreadable
from knowntenant.law.pack import Pack

HELP = "'back' goes back, 'skip' or Enter leaves a question open, 'done' ends and answers."
_OPEN = ("", "skip", "unknown", "?", "-", "don't know")


class Move(Enum):
    """A reply that is no answer but a wish to move."""

    BACK = auto()
    DONE = auto()


_MOVES = {"back": Move.BACK, "done": Move.DONE, "quit": Move.DONE}


@dataclass(slots=True)
class Interview:
    """Asks about product lines, one after the other, and remembers the way it came.

    ask: shows a prompt and gives the reply, or None where no more replies come; say: shows words.
    """

    pack: Pack
    ask: Callable[[str], str | None]
    say: Callable[[str], None]
    told: list[Told] = field(default_factory=lambda: [{}])
    way: list[tuple[int, str]] = field(default_factory=list)

    def run(self) -> tuple[Row, ...]:
        """Ask until nothing is left to ask, or the person is done; give what was told as rows."""
        self.say(HELP)
        while (question := self._next()) is not None:
            reply = self._reply(question)
            if reply is Move.DONE:
                break
            if reply is Move.BACK:
                self._back()
            else:
                self._take(question, reply)
        return tuple(rows([line for line in self.told if "id" in line]))

    def _next(self) -> Question | None:
        """Give the first question about the present line that was not put yet."""
        asked = {key for number, key in self.way if number == len(self.told) - 1}
        return next((q for q in questions(self.pack, self.told) if q.key not in asked), None)

    def _reply(self, question: Question) -> str | Move:
        """Put a question until the reply is one that can be used; an empty one leaves it open."""
        self.say(f"\nLine {len(self.told)}. {question.words}\n  Why: {question.why}")
        while True:
            reply = self.ask("> ")
            word = "" if reply is None else reply.strip().casefold()
            if reply is None or word in _MOVES:
                return _MOVES.get(word, Move.DONE)
            if word in _OPEN:
                if not question.must:
                    return ""
                self.say("This one cannot be left open.")
            elif has_odd_signs(reply):
                self.say("That holds a control character. Type it again, please.")
            else:
                try:
                    return question.read(reply)
                except Unreadable as wrong:
                    said = str(wrong)
                    end = "" if said.endswith((".", "?")) else "."
                    self.say(f"{said}{end} Answer again, or skip.")

    def _take(self, question: Question, reply: str) -> None:
        self.way.append((len(self.told) - 1, question.key))
        if reply and question.key != AGAIN:
            self.told[-1][question.key] = reply
        elif reply == "yes":
            self.told.append({})

    def _back(self) -> None:
        """Go back by one question, to the line before where this one has just begun."""
        if not self.way:
            self.say("This is the first question.")
            return
        number, key = self.way.pop()
        del self.told[number + 1 :]
        self.told[number].pop(key, None)
