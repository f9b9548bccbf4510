//! Text: folding, offsets, sentences.
