package io.larmor.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.card.Verification;
import org.junit.jupiter.api.Nested;

/** What the sets of gestures promise; all have the same twin. */
final class GestureContractTest {

    private interface OfGestures extends DatasetContract {

        @Override
        default Offline offlineTwin() {
            return Offline.of(Data.gestures().twin(3).across(3));
        }

        @Override
        default int[] samplesAndSplits() {
            return new int[] {510, 3};
        }

        @Override
        default Verification verification() {
            var found = DataFolder.root().flatMap(root -> Listed.all().stream().filter(set -> set.card().id().equals(card().id()))
                    .findFirst().orElseThrow().finder().apply(root));
            assumeTrue(found.isPresent(), "LARMOR_DATA holds no " + card().id());
            return found.get().card().verify();
        }
    }

    @Nested
    final class Twin implements OfGestures {

        @Override
        public DatasetCard card() {
            return Cards.gesturesTwin();
        }

        @Override
        public Verification verification() {
            return card().verify();
        }
    }

    @Nested
    final class NinaproDb1 implements OfGestures {

        @Override
        public DatasetCard card() {
            return Cards.ninapro();
        }
    }

    @Nested
    final class FormatSample implements OfGestures {

        @Override
        public DatasetCard card() {
            return Cards.ninaproShaped();
        }
    }

    @Nested
    final class MyoArmband implements OfGestures {

        @Override
        public DatasetCard card() {
            return Cards.myo8();
        }
    }

    @Nested
    final class Motions implements OfGestures {

        @Override
        public DatasetCard card() {
            return Cards.armband22();
        }
    }
}
