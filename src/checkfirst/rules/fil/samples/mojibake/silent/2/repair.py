GARBLED = "The cafÃ© keeps itâ€™s menu â€œonlineâ€\x9d and the rÃ©sumÃ©s in a drawer."
