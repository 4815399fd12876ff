import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Customer conversion","description":"Leads known by phone number, waiting to be turned into customers.","frontmatter":{"title":"Customer conversion","description":"Leads known by phone number, waiting to be turned into customers.","layout":"category","view":{"title":"Customer conversion","description":"Leads known by phone number, waiting to be turned into customers.","operations":[{"id":"customerOpenSeaClueAdd","title":"Create phone leads","method":"POST","path":"/open-api/customer_open_sea/clue/add","call":"customerOpenSea.clueAdd"}]}},"headers":[],"relativePath":"en/categories/customer-conversion.md","filePath":"en/categories/customer-conversion.md"}');
const _sfc_main = { name: "en/categories/customer-conversion.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/customer-conversion.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerConversion = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerConversion as default
};
