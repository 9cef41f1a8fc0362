"""What a person or a timer has the program do: each action whole or not at all."""
