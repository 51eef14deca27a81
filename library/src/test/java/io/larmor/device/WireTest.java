package io.larmor.device;

import io.larmor.core.Device;

class WireTest extends DeviceContract {

    @Override
    Device device() {
        return new Wire();
    }

    @Override
    double slot() {
        return 1e-7;
    }
}
