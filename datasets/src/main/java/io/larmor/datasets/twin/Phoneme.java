package io.larmor.datasets.twin;

/**
 * One target of the vocal tract. Vowel formants are rounded means of the men of Peterson and Barney (1952); the
 * consonants' are textbook values. Diphthongs and stops are written as two targets.
 */
enum Phoneme {
    IY(270, 2290, 3010, 1.0, 0, 0, 3000, 1000, 0.15),
    IH(390, 1990, 2550, 1.0, 0, 0, 3000, 1000, 0.09),
    EH(530, 1840, 2480, 1.0, 0, 0, 3000, 1000, 0.10),
    EY(460, 2050, 2600, 1.0, 0, 0, 3000, 1000, 0.12),
    AA(730, 1090, 2440, 1.0, 0, 0, 3000, 1000, 0.12),
    AH(640, 1190, 2390, 1.0, 0, 0, 3000, 1000, 0.12),
    AX(500, 1400, 2400, 0.7, 0, 0, 3000, 1000, 0.06),
    AO(570, 840, 2410, 1.0, 0, 0, 3000, 1000, 0.16),
    OW(480, 950, 2400, 1.0, 0, 0, 3000, 1000, 0.10),
    UH(350, 850, 2300, 0.9, 0, 0, 3000, 1000, 0.10),
    UW(310, 950, 2240, 1.0, 0, 0, 3000, 1000, 0.20),
    R(350, 1150, 1600, 0.8, 0, 0, 3000, 1000, 0.07),
    W(300, 650, 2200, 0.7, 0, 0, 3000, 1000, 0.07),
    N(280, 1350, 2500, 0.45, 0, 0, 3000, 1000, 0.09),
    V(290, 1100, 2250, 0.45, 0, 0.006, 2800, 2500, 0.06),
    Z(280, 1500, 2500, 0.35, 0, 0.018, 3600, 700, 0.09),
    S(320, 1500, 2500, 0, 0, 0.03, 3650, 700, 0.12),
    F(320, 1100, 2250, 0, 0, 0.018, 2700, 2500, 0.10),
    TH(320, 1350, 2500, 0, 0, 0.014, 3100, 2500, 0.09),
    PAUSE(320, 1600, 2500, 0, 0, 0, 3000, 1000, 0.05),
    T(320, 1750, 2600, 0, 0.04, 0.04, 3300, 1200, 0.025),
    K(320, 1900, 2400, 0, 0.04, 0.1, 1900, 500, 0.025),
    BREATH(400, 1500, 2500, 0, 0.06, 0, 3000, 1000, 0.035);

    private static final Phoneme[][] DIGITS = {
        {Z, IH, R, OW, UH}, {W, AH, N}, {T, BREATH, UW}, {TH, R, IY}, {F, AO, R},
        {F, AA, IH, V}, {S, IH, PAUSE, K, S}, {S, EH, V, AX, N}, {EY, IY, PAUSE, T}, {N, AA, IH, N}};

    /** The first three formants, Hz. */
    final double[] formants;
    /** Strength of the voice, of the breath that passes the whole tract, and of the noise made at a narrow place. */
    final double voice;
    final double breath;
    final double friction;
    /** Where the narrow place's noise is centered, and its width, Hz. */
    final double center;
    final double width;
    final double seconds;

    Phoneme(double f1, double f2, double f3, double voice, double breath, double friction, double center, double width,
            double seconds) {
        this.formants = new double[] {f1, f2, f3};
        this.voice = voice;
        this.breath = breath;
        this.friction = friction;
        this.center = center;
        this.width = width;
        this.seconds = seconds;
    }

    /** The targets of a digit's name, 0 .. 9. */
    static Phoneme[] digit(int digit) {
        return DIGITS[digit];
    }
}
