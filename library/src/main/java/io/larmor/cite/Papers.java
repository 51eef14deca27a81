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

    /** The torque of a spin-polarized current. */
    public static final Paper SLONCZEWSKI_1996 = new Paper("slonczewski1996", List.of("John C. Slonczewski"),
            "Current-driven excitation of magnetic multilayers", "Journal of Magnetism and Magnetic Materials", "159", "L1-L7",
            1996, "10.1016/0304-8853(96)00062-5");

    /** Heat in the law of a small magnet, and how often it crosses a barrier. */
    public static final Paper BROWN_1963 = new Paper("brown1963", List.of("William Fuller Brown"),
            "Thermal Fluctuations of a Single-Domain Particle", "Physical Review", "130", "1677-1686", 1963,
            "10.1103/PhysRev.130.1677");

    /** The switching field of a magnet with an easy axis. */
    public static final Paper STONER_1948 = new Paper("stoner1948", List.of("Edmund C. Stoner", "Erich P. Wohlfarth"),
            "A mechanism of magnetic hysteresis in heterogeneous alloys",
            "Philosophical Transactions of the Royal Society of London A", "240", "599-642", 1948, "10.1098/rsta.1948.0007");

    /** Superparamagnetic tunnel junctions that compute. */
    public static final Paper MIZRAHI_2018 = new Paper("mizrahi2018", List.of("Alice Mizrahi", "Tifenn Hirtzlin",
            "Akio Fukushima", "Hitoshi Kubota", "Shinji Yuasa", "Julie Grollier", "Damien Querlioz"),
            "Neural-like computing with populations of superparamagnetic basis functions", "Nature Communications", "9", "1533",
            2018, "10.1038/s41467-018-03963-w");

    /** Products and sums of radio-frequency signals by tunnel junctions. */
    public static final Paper LEROUX_2021 = new Paper("leroux2021", List.of("Nathan Leroux", "Alice Mizrahi", "Danijela Marković",
            "Dédalo Sanz-Hernández", "Juan Trastoy", "Paolo Bortolotti", "Leandro Martins", "Alex Jenkins", "Ricardo Ferreira",
            "Julie Grollier"), "Hardware realization of the multiply and accumulate operation on radio-frequency signals with "
            + "magnetic tunnel junctions", "Neuromorphic Computing and Engineering", "1", "011001", 2021,
            "10.1088/2634-4386/abfca6");

    /** Convolutions by chains of spintronic resonators. */
    public static final Paper LEROUX_2022 = new Paper("leroux2022", List.of("Nathan Leroux", "Arnaud De Riz", "Dédalo Sanz-Hernández",
            "Danijela Marković", "Alice Mizrahi", "Julie Grollier"), "Convolutional Neural Networks with Radio-Frequency Spintronic "
            + "Nano-Devices", "arXiv", "2111.04961", "", 2022, "10.48550/arXiv.2111.04961");

    /** A network of several layers of tunnel junctions, linked by radio-frequency signals. */
    public static final Paper ROSS_2023 = new Paper("ross2023", List.of("Andrew Ross", "Nathan Leroux", "Arnaud de Riz",
            "Danijela Marković", "Dédalo Sanz-Hernández", "Juan Trastoy", "Paolo Bortolotti", "Damien Querlioz", "Leandro Martins",
            "Luana Benetti", "Marcel S. Claro", "Pedro Anacleto", "Alejandro Schulman", "Thierry Taris", "Jean-Baptiste Begueret",
            "Sylvain Saïghi", "Alex S. Jenkins", "Ricardo Ferreira", "Adrien F. Vincent", "Alice Mizrahi", "Julie Grollier"),
            "Multilayer spintronic neural networks with radiofrequency connections", "Nature Nanotechnology", "18", "1273-1280",
            2023, "10.1038/s41565-023-01452-w");

    /** Training by steps of adapted size. */
    public static final Paper KINGMA_2015 = new Paper("kingma2015", List.of("Diederik P. Kingma", "Jimmy Ba"),
            "Adam: A Method for Stochastic Optimization", "International Conference on Learning Representations", "", "", 2015,
            "10.48550/arXiv.1412.6980");

    /** Logic with domain walls in nanowires under a rotating field. */
    public static final Paper ALLWOOD_2005 = new Paper("allwood2005", List.of("Dan A. Allwood", "Gang Xiong",
            "Colm C. Faulkner", "Del Atkinson", "Dorothee Petit", "Russell P. Cowburn"), "Magnetic Domain-Wall Logic", "Science", "309",
            "1688-1692", 2005, "10.1126/science.1108813");

    /** Networks of p-bits, and logic that runs both ways. */
    public static final Paper CAMSARI_2017 = new Paper("camsari2017", List.of("Kerem Yunus Camsari", "Rafatul Faria",
            "Brian M. Sutton", "Supriyo Datta"), "Stochastic p-Bits for Invertible Logic", "Physical Review X", "7", "031014", 2017,
            "10.1103/PhysRevX.7.031014");

    /** Whole numbers factored by superparamagnetic junctions. */
    public static final Paper BORDERS_2019 = new Paper("borders2019", List.of("William A. Borders", "Ahmed Z. Pervaiz",
            "Shunsuke Fukami", "Kerem Y. Camsari", "Hideo Ohno", "Supriyo Datta"),
            "Integer factorization using stochastic magnetic tunnel junctions", "Nature", "573", "390-393", 2019,
            "10.1038/s41586-019-1557-9");

    /** A learning rule for stochastic synapses, by the mean and the variance of a neuron's output. */
    public static final Paper ELLIS_2023 = new Paper("ellis2023", List.of("Matthew O. A. Ellis", "Alexander Welbourne",
            "Stephan J. Kyle", "Paul W. Fry", "Dan A. Allwood", "Thomas J. Hayward", "Eleni Vasilaki"),
            "Machine learning using magnetic stochastic synapses", "arXiv", "2303.01886", "", 2023, "10.48550/arXiv.2303.01886");

    /** Networks of AND and OR gates on the random bits of tunnel junctions. */
    public static final Paper DANIELS_2020 = new Paper("daniels2020", List.of("Matthew W. Daniels", "Advait Madhavan",
            "Philippe Talatchian", "Alice Mizrahi", "Mark D. Stiles"),
            "Energy-Efficient Stochastic Computing with Superparamagnetic Tunnel Junctions", "Physical Review Applied", "13",
            "034016", 2020, "10.1103/PhysRevApplied.13.034016");

    /** The generator of random words behind bit streams. */
    public static final Paper BLACKMAN_2021 = new Paper("blackman2021", List.of("David Blackman", "Sebastiano Vigna"),
            "Scrambled Linear Pseudorandom Number Generators", "ACM Transactions on Mathematical Software", "47", "36", 2021,
            "10.1145/3460772");

    /** A neuron that a voltage switches by chance. */
    public static final Paper YUAN_2022 = new Paper("yuan2022", List.of("Yuan", "others"),
            "Pure voltage-driven spintronic neuron based on stochastic magnetization switching behaviour", "Nanotechnology", "33", "",
            2022, "10.1088/1361-6528/ac4662");

    /** Neurons of domain walls and tunnel junctions in spiking networks. */
    public static final Paper LEONARD_2023 = new Paper("leonard2023", List.of("Thomas Leonard", "Samuel Liu", "Harrison Jin",
            "Jean Anne C. Incorvia"), "Stochastic Domain Wall-Magnetic Tunnel Junction Artificial Neurons for Noise-Resilient Spiking Neural "
            + "Networks", "arXiv", "2304.04794", "", 2023, "10.48550/arXiv.2304.04794");

    /** One domain wall between anti-notches as a reservoir. */
    public static final Paper ABABEI_2021 = new Paper("ababei2021", List.of("Razvan V. Ababei", "Matthew O. A. Ellis",
            "Ian T. Vidamour", "Dhilan S. Devadasan", "Dan A. Allwood", "Eleni Vasilaki", "Thomas J. Hayward"),
            "Neuromorphic computation with a single magnetic domain wall", "Scientific Reports", "11", "15587", 2021,
            "10.1038/s41598-021-94975-y");

    /** Emergent dynamics of overlapping nanorings in a turning field. */
    public static final Paper DAWIDEK_2021 = new Paper("dawidek2021", List.of("Richard W. Dawidek", "Thomas J. Hayward",
            "Ian T. Vidamour", "Thomas J. Broomhall", "Guru Venkat", "Mohanad Al Mamoori", "Aidan Mullen", "Stephan J. Kyle",
            "Paul W. Fry", "Nina-Juliane Steinke", "Joshaniel F. K. Cooper", "Francesco Maccherozzi", "Sarnjeet S. Dhesi",
            "Lucia Aballe", "Michael Foerster", "Jordi Prat", "Eleni Vasilaki", "Matthew O. A. Ellis", "Dan A. Allwood"),
            "Dynamically Driven Emergence in a Nanomagnetic System", "Advanced Functional Materials", "31", "2008389", 2021,
            "10.1002/adfm.202008389");

    /** A model of arrays of nanorings as reservoirs. */
    public static final Paper VIDAMOUR_2022 = new Paper("vidamour2022", List.of("Ian T. Vidamour", "Matthew O. A. Ellis",
            "David Griffin", "Guru Venkat", "Charles Swindells", "Richard W. S. Dawidek", "Thomas J. Broomhall",
            "Nina-Juliane Steinke", "Joshaniel F. K. Cooper", "Francesco Maccherozzi", "Sarnjeet S. Dhesi", "Susan Stepney",
            "Eleni Vasilaki", "Dan A. Allwood", "Thomas J. Hayward"), "Quantifying the computational capability of a nanomagnetic "
            + "reservoir computing platform with emergent magnetisation dynamics", "Nanotechnology", "33", "485203", 2022,
            "10.1088/1361-6528/ac87b5");

    /** One array of nanorings in three uses as a reservoir. */
    public static final Paper VIDAMOUR_2023 = new Paper("vidamour2023", List.of("Ian T. Vidamour", "Charles Swindells",
            "Guru Venkat", "Luca Manneschi", "Paul W. Fry", "Alexander Welbourne", "Richard M. Rowan-Robinson", "Dirk Backes",
            "Francesco Maccherozzi", "Sarnjeet S. Dhesi", "Eleni Vasilaki", "Dan A. Allwood", "Thomas J. Hayward"),
            "Reconfigurable reservoir computing in a magnetic metamaterial", "Communications Physics", "6", "230", 2023,
            "10.1038/s42005-023-01352-4");

    private Papers() {
    }
}
