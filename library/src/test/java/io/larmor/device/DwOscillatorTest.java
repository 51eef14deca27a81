package io.larmor.device;

import io.larmor.core.Device;
import io.larmor.device.wall.DwOscillator;

class DwOscillatorTest extends DeviceContract {

    @Override
    Device device() {
        return DwOscillator.standard();
    }

    @Override
    double slot() {
        return 2e-9;
    }
}
