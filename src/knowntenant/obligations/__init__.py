"""From answers to rows: clause, trigger, due day, what satisfies it. Pure; nothing is a timer."""
