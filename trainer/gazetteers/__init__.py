"""The drug lists that packs carry: built from two open packages and spelling rules, and measured."""
