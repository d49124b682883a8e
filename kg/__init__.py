"""Dutch news to a knowledge graph that can be trusted."""
