package io.larmor.cite;

import java.util.List;

/** The papers behind the library's models, methods and tasks. */
public final class Papers {

    /** The auto-oscillator model of spin-torque nano-oscillators. */
    public static final Paper SLAVIN_2009 = new Paper("slavin2009", List.of("Andrei Slavin", "Vasil Tiberkevich"),
            "Nonlinear Auto-Oscillator Theory of Microwave Generation by Spin-Polarized Current",
            "IEEE Transactions on Magnetics", "45", "1875-1918", 2009, "10.1109/TMAG.2008.2009935");

    /** Spoken digits recognized by one vortex oscillator. */
    public static final Paper TORREJON_2017 = new Paper("torrejon2017", List.of("Jacob Torrejon", "Mathieu Riou",
            "Flavio Abreu Araujo", "Sumito Tsunegi", "Guru Khalsa", "Damien Querlioz", "Paolo Bortolotti", "Vincent Cros",
            "Kay Yakushiji", "Akio Fukushima", "Hitoshi Kubota", "Shinji Yuasa", "Mark D. Stiles", "Julie Grollier"),
            "Neuromorphic computing with nanoscale spintronic oscillators", "Nature", "547", "428-431", 2017,
            "10.1038/nature23011");

    /** One node with delay as a reservoir of many. */
    public static final Paper APPELTANT_2011 = new Paper("appeltant2011", List.of("Lennert Appeltant",
            "Miguel C. Soriano", "Guy Van der Sande", "Jan Danckaert", "Serge Massar", "Joni Dambre", "Benjamin Schrauwen",
            "Claudio R. Mirasso", "Ingo Fischer"), "Information processing using a single dynamical node as complex system",
            "Nature Communications", "2", "468", 2011, "10.1038/ncomms1476");

    /** Ridge regression. */
    public static final Paper HOERL_1970 = new Paper("hoerl1970", List.of("Arthur E. Hoerl", "Robert W. Kennard"),
            "Ridge Regression: Biased Estimation for Nonorthogonal Problems", "Technometrics", "12", "55-67", 1970,
            "10.1080/00401706.1970.10488634");

    /** The widths of the ear's filters. */
    public static final Paper GLASBERG_1990 = new Paper("glasberg1990", List.of("Brian R. Glasberg", "Brian C. J. Moore"),
            "Derivation of auditory filter shapes from notched-noise data", "Hearing Research", "47", "103-138", 1990,
            "10.1016/0378-5955(90)90170-T");

    /** The counter-based generator of random numbers. */
    public static final Paper SALMON_2011 = new Paper("salmon2011", List.of("John K. Salmon", "Mark A. Moraes",
            "Ron O. Dror", "David E. Shaw"), "Parallel random numbers: as easy as 1, 2, 3",
            "Proceedings of the International Conference for High Performance Computing, Networking, Storage and Analysis "
            + "(SC '11)", "", "16", 2011, "10.1145/2063384.2063405");

    private Papers() {
    }
}
