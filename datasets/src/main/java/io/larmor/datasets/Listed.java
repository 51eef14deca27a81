package io.larmor.datasets;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.gesture.Gestures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A set in the list of all sets: another one is one more line here.
 *
 * @param kind what its samples are: {@code recordings}
 * @param card while it has not been found
 * @param finder looks for it in a data folder; null if it is generated
 */
record Listed(String kind, DatasetCard card, Function<Path, Optional<? extends Found>> finder) {

    /** All sets, in the order of {@link Cards#all}. */
    static List<Listed> all() {
        return List.of(
                new Listed("recordings", Cards.fsdd(), Fsdd::find),
                new Listed("recordings", Cards.ti46(), root -> Ti46.find(root, false)),
                new Listed("synthetic", Cards.ti46Synthetic(), root -> Ti46.find(root, true)),
                new Listed("generated twin", Cards.twin(), null),
                new Listed("spectra", Cards.drones(), DroneSpectra::find),
                new Listed("generated twin", Cards.dronesTwin(), null),
                new Listed("images", Cards.mnist(), DigitImages::find),
                new Listed("generated twin", Cards.mnistTwin(), null),
                new Listed("mazes", Cards.mazes(), MazeFiles::find),
                new Listed("generated twin", Cards.mazesTwin(), null),
                new Listed("muscles' signals", Cards.ninapro(), Gestures::findNinapro),
                new Listed("format sample", Cards.ninaproShaped(), Gestures::findShaped),
                new Listed("muscles' signals", Cards.myo8(), Gestures::findMyo8),
                new Listed("muscles' signals", Cards.armband22(), Gestures::findArmband22),
                new Listed("generated twin", Cards.gesturesTwin(), null));
    }

    boolean generated() {
        return finder == null;
    }

    /** The set in the data folder, if it is there. */
    Optional<? extends Found> found() {
        return generated() ? Optional.empty() : DataFolder.root().flatMap(finder);
    }
}
