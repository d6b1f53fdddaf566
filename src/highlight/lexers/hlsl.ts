import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { C_BEGIN, C_NUMBERS, cStates } from './c.ts';

/** `float2x3` and its like; alone, these types are names. */
const MATRICES = 'bool double float half int'
  .split(' ')
  .flatMap((type) =>
    [1, 2, 3, 4].flatMap((rows) => ['', 'x1', 'x2', 'x3', 'x4'].map((columns) => type + rows + columns)),
  )
  .join(' ');

const WORDS = wordTable(
  [
    Token.Keyword,
    `asm asm_fragment break case cbuffer centroid class column_major compile compile_fragment const continue default
    discard do else export extern for fxgroup globallycoherent groupshared if in inline inout interface line lineadj
    linear namespace nointerpolation noperspective out packoffset pass pixelfragment point precise register return
    row_major sample sampler shared stateblock stateblock_state static struct switch tbuffer technique technique10
    technique11 texture triangle typedef uniform vertexfragment volatile while`,
  ],
  [
    Token.KeywordReserved,
    `auto catch char const_cast delete dynamic_cast enum explicit friend goto long mutable new operator private protected
    public reinterpret_cast short signed sizeof static_cast template this throw try typename union using virtual`,
  ],
  [
    Token.KeywordType,
    `BlendState Buffer ByteAddressBuffer ComputeShader DepthStencilState DepthStencilView DomainShader GeometryShader
    HullShader InputPatch LineStream OutputPatch PixelShader PointStream RWBuffer RWByteAddressBuffer RWStructuredBuffer
    RWTexture1D RWTexture1DArray RWTexture2D RWTexture2DArray RWTexture3D RasterizerOrderedBuffer
    RasterizerOrderedByteAddressBuffer RasterizerOrderedStructuredBuffer RasterizerOrderedTexture1D
    RasterizerOrderedTexture1DArray RasterizerOrderedTexture2D RasterizerOrderedTexture2DArray
    RasterizerOrderedTexture3D RasterizerState RenderTargetView SamplerComparisonState SamplerState StructuredBuffer
    Texture1D Texture1DArray Texture2D Texture2DArray Texture2DMS Texture2DMSArray Texture3D TextureCube
    TextureCubeArray TriangleStream VertexShader dword matrix snorm string unorm unsigned vector void ${MATRICES}`,
  ],
  [
    Token.NameBuiltin,
    `AllMemoryBarrier AllMemoryBarrierWithGroupSync AppendStructuredBuffer BINORMAL BINORMAL0 BINORMAL1 BINORMAL2
    BINORMAL3 BLENDINDICES0 BLENDINDICES1 BLENDINDICES2 BLENDINDICES3 BLENDWEIGHT0 BLENDWEIGHT1 BLENDWEIGHT2
    BLENDWEIGHT3 COLOR COLOR0 COLOR1 COLOR2 COLOR3 CheckAccessFullyMapped CompileShader ConsumeStructuredBuffer
    D3DCOLORtoUBYTE4 DEPTH0 DEPTH1 DEPTH2 DEPTH3 DeviceMemoryBarrier DeviceMemoryBarrierWithGroupSync
    EvaluateAttributeAtCentroid EvaluateAttributeAtSample EvaluateAttributeSnapped FOG GetRenderTargetSampleCount
    GetRenderTargetSamplePosition GlobalOrderedCountIncrement GroupMemoryBarrier GroupMemoryBarrierWithGroupSync
    InterlockedAdd InterlockedAnd InterlockedCompareExchange InterlockedCompareStore InterlockedExchange InterlockedMax
    InterlockedMin InterlockedOr InterlockedXor NORMAL NORMAL0 NORMAL1 NORMAL2 NORMAL3 NULL POSITION POSITION0 POSITION1
    POSITION2 POSITION3 POSITIONT PSIZE PSIZE0 PSIZE1 PSIZE2 PSIZE3 Process2DQuadTessFactorsAvg
    Process2DQuadTessFactorsMax Process2DQuadTessFactorsMin ProcessIsolineTessFactors ProcessQuadTessFactorsAvg
    ProcessQuadTessFactorsMax ProcessQuadTessFactorsMin ProcessTriTessFactorsAvg ProcessTriTessFactorsMax
    ProcessTriTessFactorsMin QuadReadLaneAt QuadSwapX QuadSwapY TANGENT TANGENT0 TANGENT1 TANGENT2 TANGENT3 TESSFACTOR0
    TESSFACTOR1 TESSFACTOR2 TESSFACTOR3 TEXCOORD0 TEXCOORD1 TEXCOORD2 TEXCOORD3 VFACE VPOS WaveAllBitAnd WaveAllBitOr
    WaveAllBitXor WaveAllEqual WaveAllMax WaveAllMin WaveAllProduct WaveAllSum WaveAllTrue WaveAnyTrue WaveBallot
    WaveGetLaneCount WaveGetLaneIndex WaveGetOrderedIndex WaveIsHelperLane WaveOnce WavePrefixProduct WavePrefixSum
    WaveReadFirstLane WaveReadLaneAt abort abs acos all allow_uav_condition any asdouble asfloat asin asint asuint atan
    atan2 branch call ceil clamp clip cos cosh countbits cross ddx ddx_coarse ddx_fine ddy ddy_coarse ddy_fine degrees
    determinant distance domain dot dst earlydepthstencil errorf exp exp2 f16tof32 f32tof16 faceforward false fastopt
    firstbithigh firstbitlow flatten floor fma fmod forcecase frac frexp fwidth instance isfinite isinf isnan ldexp
    length lerp lit log log10 log2 loop mad max maxtessfactor min modf msad4 mul noise normalize numthreads
    outputcontrolpoints outputtopology partitioning patchconstantfunc pow printf radians rcp reflect refract reversebits
    round rsqrt saturate sign sin sincos sinh smoothstep sqrt step tan tanh tex1D tex1Dbias tex1Dgrad tex1Dlod tex1Dproj
    tex2D tex2Dbias tex2Dgrad tex2Dlod tex2Dproj tex3D tex3Dbias tex3Dgrad tex3Dlod tex3Dproj texCUBE texCUBEbias
    texCUBEgrad texCUBElod texCUBEproj transpose true trunc unroll`,
  ],
);

/** HLSL, the language of Direct3D's shaders. */
export const hlsl = defineLexer({
  tag: 'hlsl',
  begin: () => C_BEGIN,
  // Behind the parameters stands what the result means.
  states: () => cStates({ words: WORDS, numbers: C_NUMBERS, afterParameters: String.raw`(?:\s+:\s+\w+)?` }),
});
