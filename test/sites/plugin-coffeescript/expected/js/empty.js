<p>(function() {


}).call(this);
</p>
