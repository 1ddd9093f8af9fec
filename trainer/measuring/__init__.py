"""The measurements beside training: comparisons, ablations, the paper's systems, stress, speed."""
