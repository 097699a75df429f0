//! The codebook changed by the analyst: topics made, edited, moved, merged, split and removed, each as one operation.

mod in_step;
