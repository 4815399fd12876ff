import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Access token","description":"The token that every other call carries.","frontmatter":{"title":"Access token","description":"The token that every other call carries.","layout":"category","view":{"title":"Access token","description":"The token that every other call carries.","operations":[{"id":"accessTokenGet","title":"Get an access token","method":"POST","path":"/open-api/access_token/get","call":"accessToken.get"}]}},"headers":[],"relativePath":"en/categories/access-token.md","filePath":"en/categories/access-token.md"}');
const _sfc_main = { name: "en/categories/access-token.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/access-token.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const accessToken = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  accessToken as default
};
