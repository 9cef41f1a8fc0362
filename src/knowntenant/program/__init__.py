"""The written program (CIP): is it complete, is a change of it material (7.302, 7.304(c))."""
