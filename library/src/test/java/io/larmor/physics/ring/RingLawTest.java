package io.larmor.physics.ring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingLawTest {

    private static final double TURNS = 37;
    private static final Seed SEED = Seed.root(5);

    private static RingSample sample(RingLayout layout, RingLaw law) {
        return RingSample.of(layout, law, 1 / (TURNS * layout.segments()), SEED.child("disorder"));
    }

    @ParameterizedTest
    @EnumSource(RingArrangement.class)
    void bothFormsGiveTheSameBits(RingArrangement arrangement) {
        var layout = arrangement.layout(7, 6);
        for (var law : new RingLaw[] {RingLaw.standard(), RingLaw.standard().asPublished(), RingLaw.standard().disorder(8).temperature(500)}) {
            var made = sample(layout, law);
            for (var path : new FieldPath[] {FieldPath.rotating(), FieldPath.linear(0.9), FieldPath.elliptic(0.6), FieldPath.clockwise()}) {
                var swift = RingDrive.along(path, layout);
                var plain = RingDrive.plainly(path, layout);
                var a = new RingState(made, swift.start(), SEED);
                var b = new RingState(made, plain.start(), SEED);
                for (int i = 0; i < 6 * layout.segments(); i++) {
                    double field = 1e-4 * (14 + 50 * (i * 37 % 101 / 101.0));
                    swift.tick(a, field);
                    plain.tick(b, field);
                    assertArrayEquals(b.head, a.head, "head, tick " + i + ", " + path);
                    assertArrayEquals(b.tail, a.tail, "tail, tick " + i + ", " + path);
                    assertArrayEquals(b.sense, a.sense, "sense, tick " + i + ", " + path);
                }
                assertEquals(b.freed(), a.freed());
                assertEquals(b.nucleated(), a.nucleated());
                // a line's walls fly past all junctions where nothing stops them
                assertTrue(a.freed() > 0 || !law.stopping(), "nothing moved under " + path + " on " + arrangement);
            }
        }
    }

    @Test
    void withoutAFieldNothingMoves() {
        var made = sample(RingLayout.square(4, 4), RingLaw.standard());
        var drive = RingDrive.along(FieldPath.rotating(), made.layout());
        var state = new RingState(made, 16, SEED);
        for (int i = 0; i < 640; i++) {
            drive.tick(state, 0);
        }
        for (int ring = 0; ring < 16; ring++) {
            assertEquals(16, state.head(ring));
            assertEquals(48, state.tail(ring));
        }
        assertEquals(640, state.ticks());
    }

    @Test
    void theWallsOfOneRingFollowTheFieldWithoutLag() {
        var made = sample(RingLayout.square(1, 1), RingLaw.standard());
        var drive = RingDrive.along(FieldPath.rotating(), made.layout());
        var state = new RingState(made, 0, SEED);
        for (int i = 0; i < 200; i++) {
            drive.tick(state, 1e-4);
            assertEquals(i % 64, state.head(0));
            assertEquals((i + 32) % 64, state.tail(0));
        }
    }

    @Test
    void heatFreesWallsAsOftenAsArrheniusSays() {
        // two rings, their junction held at one pull: every run is one trial of one tick
        var layout = RingLayout.square(1, 2);
        var law = RingLaw.standard().disorder(0);
        var made = sample(layout, law);
        double field = 25e-4;
        double direction = 16;
        double odds = law.odds(field, 0.81 * law.energy(), 0.81 * law.field(), made.tick());
        assertEquals(1 - Math.exp(-made.tick() / 1e-10 / Math.exp(0.81 * 2.625e-19 * Math.pow(1 - 25 / (0.81 * 55), 1.5) / law.heat())),
                odds, 1e-12);
        int freed = 0;
        int trials = 4000;
        var kernel = new SwiftRings();
        for (int i = 0; i < trials; i++) {
            var state = new RingState(made, 0, SEED.child(i));
            kernel.tick(state, field, direction);
            freed += state.freed() > 0 ? 1 : 0;
        }
        assertTrue(odds > 0.05 && odds < 0.95, "odds " + odds + " leave nothing to test");
        assertEquals(odds, (double) freed / trials, 4 * Math.sqrt(odds * (1 - odds) / trials));
    }

    @Test
    void wallsComeAndGoInPairs() {
        var made = sample(RingLayout.square(10, 10), RingLaw.standard());
        var drive = RingDrive.along(FieldPath.rotating(), made.layout());
        var state = new RingState(made, drive.start(), SEED);
        for (int i = 0; i < 64 * 40; i++) {
            drive.tick(state, 32e-4);
            int pairs = 0;
            for (int ring = 0; ring < 100; ring++) {
                assertEquals(state.head(ring) < 0, state.tail(ring) < 0);
                assertTrue(state.head(ring) < 0 || state.head(ring) != state.tail(ring));
                pairs += state.head(ring) < 0 ? 0 : 1;
            }
            assertEquals(100 - state.annihilated() + state.nucleated(), pairs);
        }
        assertTrue(state.annihilated() > 0 && state.nucleated() > 0);
    }

    @Test
    void anotherDirectionOfSaturationGivesTheSameStatistics() {
        double[] means = new double[2];
        int runs = 24;
        for (int way = 0; way < 2; way++) {
            double begin = way * 0.25;
            var path = new FieldPath("turned", p -> Math.cos(2 * Math.PI * (p + begin)), p -> Math.sin(2 * Math.PI * (p + begin)));
            for (int run = 0; run < runs; run++) {
                var made = RingSample.of(RingLayout.square(8, 8), RingLaw.standard(), 1 / (TURNS * 64), SEED.child(run));
                var drive = RingDrive.along(path, made.layout());
                var state = new RingState(made, drive.start(), SEED.child(way).child(run));
                for (int i = 0; i < 64 * 8; i++) {
                    drive.tick(state, 24e-4);
                }
                means[way] += new RingReader(made).walls(state) / runs;
            }
        }
        // the population's spread is about 0.05 from run to run
        assertEquals(means[0], means[1], 4 * 0.05 * Math.sqrt(2.0 / runs));
    }

    @Test
    void aFullAndAnEmptyArrayReadAsTheyShould() {
        var made = sample(RingLayout.square(3, 3), RingLaw.standard());
        var reader = new RingReader(made);
        var state = new RingState(made, 16, SEED);
        assertEquals(1, reader.y(state), 1e-12);
        assertEquals(0, reader.x(state), 1e-12);
        assertEquals(1, reader.walls(state));
        assertTrue(reader.resistance(state, 0, 0) < 0);
        IntStream.range(0, 9).forEach(ring -> state.set(ring, -1, -1, 1));
        assertEquals(0, reader.y(state), 1e-15);
        assertEquals(0, reader.walls(state), 1e-15);
        assertEquals(0, reader.resistance(state, 2e-3, 5), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> state.set(0, 5, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> state.set(0, 64, 5, 1));
    }

    @Test
    void latticesHaveTheirNeighbors() {
        int[] most = {4, 6, 3, 4};
        for (var arrangement : RingArrangement.values()) {
            var layout = arrangement.layout(9, 9);
            int largest = 0;
            for (int ring = 0; ring < layout.rings(); ring++) {
                int count = 0;
                for (int site = 0; site < layout.sites(); site++) {
                    int other = layout.neighbor(ring, site);
                    if (other >= 0) {
                        count++;
                        assertEquals(ring, layout.neighbor(other, (site + layout.sites() / 2) % layout.sites()));
                        assertEquals(1, Math.hypot(layout.x(ring) - layout.x(other), layout.y(ring) - layout.y(other)), 1e-9);
                    }
                }
                largest = Math.max(largest, count);
            }
            assertEquals(most[arrangement.ordinal()], largest, arrangement.name());
        }
    }
}
